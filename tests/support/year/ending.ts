import { expect } from 'vitest';
import {
  answerChoice,
  choiceAnswersIn,
  choicesIn,
  decide,
  decisionsIn,
  put,
} from '../../../src/document/choices.ts';
import { erase, erasuresIn, noteErasure } from '../../../src/document/erasing.ts';
import { consentTo, endingOf, onTheTable } from '../../../src/domain/choice.ts';
import { erasedAmong } from '../../../src/domain/erasure.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import * as record from '../records.ts';
import { wordsOf, type YearOfCircle } from './circle.ts';

/** One puts it to the circle, the others say yes, and whoever sees that all have decides it. */
export function decideToClose(
  year: YearOfCircle,
  session: SessionId,
  here: readonly MemberId[],
): void {
  const { now: at, of, dice } = year;
  const by = dice.pick(here);
  const words = `${wordsOf(session)} it was good`;
  put(of(by), record.choice('x1', { session, words, keeps: 'commitments', by, at }));
  year.settle();
  for (const member of here) {
    if (member === by) continue;
    answerChoice(of(member), { ...record.says('x1', member, 'yes'), session, at });
    year.some();
  }
  year.settle();
  const choice = year.agreed('choice', (circle) => onTheTable(choicesIn(circle).all(), session))!;
  const consent = year.agreed('consent', (circle) =>
    consentTo(choice.id, choiceAnswersIn(circle).all(), here),
  );
  expect(consent).toMatchObject({ isGiven: true, open: [], objections: [] });
  const { id, ...chosen } = choice;
  decide(of(dice.pick(here)), { ...chosen, choice: id, words: '' });
}

/** Each erases with their own hand, in any order; the circle sees who has. */
export function eraseEverywhere(year: YearOfCircle): void {
  const ending = year.agreed('ending', (circle) => endingOf(decisionsIn(circle).all()))!;
  for (const member of year.inAnyOrder(year.members)) {
    noteErasure(year.of(member), { member, device: `of ${member}`, at: year.now });
    erase(year.of(member), ending.keeps);
    year.some();
  }
  year.settle();
  for (const member of year.members) erase(year.of(member), ending.keeps);
  year.settle();
  const { notYet } = year.agreed('who has erased', (circle) =>
    erasedAmong(year.members, erasuresIn(circle).all(), ending),
  );
  expect(notYet).toEqual([]);
}
