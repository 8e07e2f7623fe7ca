import { readJson } from '../domain/json.ts';
import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.brought-questions';
/** More than anybody asks in one session. */
const MOST = 12;
const LONGEST = 200;

/** Questions from the bank that I want at hand in the next session; on this device only, the first taken first. */
export function broughtQuestions(): readonly string[] {
  const kept = readJson(readSetting(KEY) ?? '');
  if (!Array.isArray(kept)) return [];
  return kept.filter((text) => typeof text === 'string' && text.length <= LONGEST).slice(0, MOST);
}

/** Takes a question along, or leaves it again. Says whether it is taken now; false where the hands are full. */
export function bring(question: string, takes: boolean): boolean {
  const others = broughtQuestions().filter((text) => text !== question);
  const isTaken = takes && others.length < MOST;
  const now = isTaken ? [...others, question] : others;
  writeSetting(KEY, now.length > 0 ? JSON.stringify(now) : null);
  return isTaken;
}
