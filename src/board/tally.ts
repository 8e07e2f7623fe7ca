import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.tally';
/** Longer than any conversation. */
const MOST = 999;

/** What was counted in a conversation, in the order in which it was heard; on this device only. */
export const tally = (): readonly string[] => (readSetting(KEY) ?? '').split(' ').filter(Boolean);

export const keepTally = (heard: readonly string[]): void =>
  writeSetting(KEY, heard.length > 0 ? heard.slice(-MOST).join(' ') : null);
