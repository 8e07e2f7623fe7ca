import { changeCommitment, commitmentsIn } from '../../../src/document/commitments.ts';
import { fadeDatesIn, fadedMarksIn, setFadeDate } from '../../../src/document/fade-dates.ts';
import { fade } from '../../../src/document/fading.ts';
import { sessionsIn } from '../../../src/document/sessions.ts';
import { DAY, dayNumber } from '../../../src/domain/fade-day.ts';
import { choiceTime, fadeDateOf, mayFade, notesState } from '../../../src/domain/fading.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import { pastSessions } from '../../../src/domain/session.ts';
import type { YearOfCircle } from './circle.ts';

/** A member chooses how long the notes of a session stay, or that they are kept. */
export function chooseStay(year: YearOfCircle, session: SessionId): void {
  const { now, of, dice } = year;
  const by = dice.pick(year.online);
  const dates = fadeDatesIn(of(by))
    .all()
    .filter((date) => date.session === session);
  const on = dice.pick([null, now + 30 * DAY, now + 90 * DAY]);
  setFadeDate(of(by), { session, on, by, at: choiceTime(dates, now) });
}

/** Two who are connected see that the day of some notes has come; one of them lets these fade. */
export function letDaysCome(year: YearOfCircle): void {
  const { now, of, dice } = year;
  if (year.online.length < 2) return;
  const circle = of(dice.pick(year.online));
  const dates = fadeDatesIn(circle).all();
  const today = dayNumber(now);
  for (const { id: session } of pastSessions(sessionsIn(circle).all(), now)) {
    const on = fadeDateOf(session, dates)?.on ?? null;
    const isHidden = notesState(session, dates, fadedMarksIn(circle).all(), now) === 'hidden';
    if (isHidden && on !== null && mayFade(on, now, today, [today])) {
      fade(circle, { session, at: now, by: null });
    }
  }
}

/** Somebody finds other words for their action at home, connected or not. */
export function changeWords(year: YearOfCircle, member: MemberId): void {
  const circle = year.of(member);
  const mine = commitmentsIn(circle)
    .all()
    .filter(({ owner }) => owner === member);
  const last = mine.at(-1);
  if (last) changeCommitment(circle, last.id, { text: `${last.text}!`, changedAt: year.now });
}
