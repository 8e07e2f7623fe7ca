import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.relay-only';

/** Whether this device connects through TURN alone, where the site has it. */
export const isRelayOnly = (): boolean => readSetting(KEY) === 'yes';

export function setRelayOnly(only: boolean): void {
  writeSetting(KEY, only ? 'yes' : null);
}
