import { defineConfig } from '@playwright/test';
import { browserFlags } from './scripts/browser-flags.ts';
import { findBrowser } from './scripts/browser.ts';
import { freePort } from './scripts/free-port.ts';

// Playwright reads this file again in every worker; through the environment all see one port and browser.
const port = (process.env['ASKWELL_TEST_PORT'] ??= String(await freePort()));
const executablePath = (process.env['CHROMIUM_PATH'] ||= findBrowser());
const baseURL = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{test,spec}.ts',
  outputDir: 'test-results',
  workers: 2,
  // In this order, so that what is alone comes last: it measures time, or six pages share the cores of a small machine.
  projects: [
    { name: 'together', grepInvert: /@alone/ },
    { name: 'alone', grep: /@alone/, workers: 1 },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL,
    serviceWorkers: 'allow',
    // A trace draws every page all the time, which doubles what six of them take: ask for it with `--trace on`.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: browserFlags,
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/start.ts`,
    url: baseURL,
    env: { PORT: port },
    reuseExistingServer: false,
  },
});
