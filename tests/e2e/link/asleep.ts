import type { Page } from '@playwright/test';

/** Stops everything that runs in a page, as sleep does, until it is woken. */
export async function putToSleep(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.pause');
  return async () => {
    await devtools.send('Debugger.disable');
    await devtools.detach();
  };
}
