import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.knows-safari-forgets';

/**
 * Whether this is a browser that clears a site after seven days without a visit, and the person has not been told.
 * Every browser on an iPhone is Safari inside; a page on the home screen is spared.
 */
export const forgetsUnsaid = (): boolean =>
  navigator.vendor.startsWith('Apple') &&
  !matchMedia('(display-mode: standalone)').matches &&
  readSetting(KEY) === null;

export const rememberSaying = (): void => writeSetting(KEY, 'yes');
