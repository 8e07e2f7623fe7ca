import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function fromPlaywright(): string | null {
  const path = chromium.executablePath();
  return isExecutable(path) ? path : null;
}

/** Runs a command quietly; what it says is shown only when it failed. */
function run(command: string, ...args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(error?.message ?? stderr.trim());
}

/** Debian and its children package Chromium; Ubuntu's package of that name only points to a snap. */
function fromDebian(): string | null {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null;
  console.log('Browser: none found, installing the package chromium (once, about a minute)');
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  return onPath();
}

function downloaded(): string | null {
  console.log("Browser: none found, downloading Playwright's Chromium (once, about 150 MB)");
  run('npx', 'playwright', 'install', 'chromium');
  return fromPlaywright();
}

/**
 * The path of a Chromium: the one named by CHROMIUM_PATH, one on PATH, Playwright's own, or one
 * installed now. Throws an error that says what to do when there is none to be had.
 */
export function findBrowser(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a program that can be started.`);
  }
  const found = onPath() ?? fromPlaywright() ?? fromDebian() ?? downloaded();
  if (found !== null) return found;
  throw new Error(
    'The browser tests need Chromium, and none could be found or installed. ' +
      'Please install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

if (import.meta.main) console.log(`Browser: ${findBrowser()}`);
