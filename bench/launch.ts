import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../scripts/browser.ts';
import { browserFlags } from '../scripts/browser-flags.ts';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: browserFlags });
