import { readSetting, writeSetting } from '../storage/device-setting.ts';
import type { OpenCircle } from './open-circle.ts';

const keyOf = (circle: OpenCircle): string => `askwell.damage ${circle.remembered.id}`;

/** Whether the disk has lost a part of this circle that the person has not been told of. */
export const hasNewDamage = (circle: OpenCircle): boolean =>
  circle.board.document.unreadable > Number(readSetting(keyOf(circle)) ?? 0);

/** The person knows, and is not told again at every opening. */
export const knowOfDamage = (circle: OpenCircle): void =>
  writeSetting(keyOf(circle), String(circle.board.document.unreadable));
