import { Temporal } from 'temporal-polyfill';
import { wallClockAt } from '../../../src/board/dates/wall-clock.ts';
import { weeksAfter } from '../../../src/board/dates/weeks-after.ts';
import { aboutOf } from '../../../src/document/about.ts';
import { fixNext } from '../../../src/document/next-dates.ts';
import { sessionsIn } from '../../../src/document/sessions.ts';
import type { CircleDocument } from '../../../src/document/circle-document.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import type { YearOfCircle } from './circle.ts';
import { rota } from './rota.ts';

export const wallClock = (at: number, zone: string) => wallClockAt(Temporal, at, zone);

/** The date two weeks on, which two devices work out, each in its own zone, with roles by the rota. */
export function fixNextDate(year: YearOfCircle, by: MemberId, id: SessionId): void {
  const { now, newId, of } = year;
  const { next } = aboutOf(of(by));
  const twoWeeksOn = (circle: CircleDocument, member: MemberId) => {
    const sessions = sessionsIn(circle).all();
    const last = sessions.find((session) => session.id === id) ?? null;
    return weeksAfter(Temporal, { last, next, now, here: year.zoneOf(member) }, 2);
  };
  const date = year.agreed('two weeks on', twoWeeksOn, [by, year.dice.pick(year.online)]);
  if (!date) throw new Error('A session is on, and no date comes after it');
  const { presenter, host, backup } = rota(year, year.seated());
  fixNext(of(by), { ...date, presenter, host, backup }, { id: newId('d'), by, fixedAt: now });
}
