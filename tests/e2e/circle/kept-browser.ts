import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserFlags } from '../../../scripts/browser-flags.ts';
import { findBrowser } from '../../../scripts/browser.ts';

export interface KeptBrowser {
  readonly context: BrowserContext;
  /** Ends every process of the browser at once, as a loss of power would. */
  kill(): Promise<void>;
}

/** A browser with a profile on the disk, which the next one with the same folder finds again. */
export async function openKept(folder: string): Promise<KeptBrowser> {
  const flags = [...browserFlags, '--headless=new', '--remote-debugging-port=0'];
  const browser = spawn(findBrowser(), [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    browser.once('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
  const connection = await chromium.connectOverCDP(address);
  const [context] = connection.contexts();
  if (!context) throw new Error('The browser has no context');
  return {
    context,
    async kill() {
      if (browser.exitCode !== null || browser.signalCode !== null) return;
      const gone = once(browser, 'exit');
      // The whole group: a process that outlived the others would still hold the profile.
      if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
      await gone;
    },
  };
}
