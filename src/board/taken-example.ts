import type { TurnId } from '../domain/ids.ts';
import type { Private } from './private.svelte.ts';

/** Examples that were taken on this page: they are nobody's own words. */
const examples = new Set<string>();

const question = (turn: TurnId): string => `question ${turn}`;
/** Where my own words stay while an example stands in their place. */
export const before = (turn: TurnId): string => `before ${turn}`;

const isMine = (text: string): boolean => text.trim() !== '' && !examples.has(text);

/** Puts an example where I write my question. My own words stay at hand; where some do already, these go to my notes. */
export function takeExample(mine: Private, turn: TurnId, example: string): void {
  const draft = mine.read('draft', question(turn));
  if (isMine(draft) && draft !== example) {
    if (isMine(mine.read('draft', before(turn)))) mine.addLine('listening', turn, draft);
    else mine.write('draft', before(turn), draft);
  }
  examples.add(example);
  mine.write('draft', question(turn), example);
  mine.flush();
}

/** I have asked: the words that I did not take go to my notes. */
export function putWordsAway(mine: Private, turn: TurnId): void {
  const words = mine.read('draft', before(turn));
  if (isMine(words)) mine.addLine('listening', turn, words);
  if (words !== '') mine.write('draft', before(turn), '');
}
