import type { TurnId } from '../domain/ids.ts';
import type { Turn } from '../domain/session.ts';
import type { Private } from './private.svelte.ts';

/** Examples that were taken on this page: they are nobody's own words. */
const examples = new Set<string>();

/** Where I write the question that I ask next in a presenter's part, */
export const nextQuestion = (turn: Turn | null): string => `question ${turn?.id ?? ''}`;
/** and the one that I may ask instead. */
export const otherQuestion = (turn: Turn | null): string => `other ${turn?.id ?? ''}`;
/** Where my own words stay while an example stands in their place. */
export const before = (about: string): string => `before-${about}`;

/** None, too, where I have emptied a field that holds something sent before. */
const wordsIn = (mine: Private, about: string): string => mine.draft(about) ?? '';
const isMine = (text: string): boolean => text.trim() !== '' && !examples.has(text);

/**
 * Puts an example where I write a question. My own words stay at hand; where some do already, these go to my notes, or
 * stay beside them where a session has no notes.
 * @param turn `null` in a session without presenters
 * @param about the draft of that question, in a turn
 */
export function takeExample(
  mine: Private,
  turn: TurnId | null,
  about: string,
  example: string,
): void {
  const draft = wordsIn(mine, about);
  const kept = wordsIn(mine, before(about));
  if (isMine(draft) && draft !== example) {
    if (!isMine(kept)) mine.write('draft', before(about), draft);
    else if (turn !== null) mine.addLine('listening', turn, draft);
    else mine.write('draft', before(about), `${kept}\n${draft}`);
  }
  examples.add(example);
  mine.write('draft', about, example);
  mine.flush();
}

/** A draft has been sent: the words that I did not take go to my notes. */
export function putWordsAway(mine: Private, turn: TurnId, about: string): void {
  const words = wordsIn(mine, before(about));
  if (isMine(words)) mine.addLine('listening', turn, words);
  if (words !== '') mine.write('draft', before(about), '');
}

/** Puts the words that stand in one place into another, and those of the other here. */
export function swapWords(mine: Private, about: string, other: string): void {
  const here = wordsIn(mine, about);
  mine.write('draft', about, wordsIn(mine, other));
  mine.write('draft', other, here);
  mine.flush();
}
