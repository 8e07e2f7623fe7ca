import type { NormName } from './ids.ts';

/** The most that a circle can keep in mind. */
export const MOST_NORMS = 7;

/** One norm on a shortlist: from the library by its name, or in the person's own words. */
export type Picked =
  | { readonly kind: 'library'; readonly name: NormName }
  | { readonly kind: 'own'; readonly text: string };

/** What somebody would like a circle to agree on; the first matters most to them. */
export type Shortlist = readonly Picked[];

/** The same for every way in which one norm can be written, and for no other norm. */
export const keyOf = (picked: Picked): string =>
  picked.kind === 'library' ? picked.name : `own ${sameWords(picked.text)}`;

/** What makes two sentences the same to a reader: neither capitals, nor spaces, nor the mark at the end. */
export const sameWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

export const holds = (list: Shortlist, picked: Picked): boolean =>
  list.some((one) => keyOf(one) === keyOf(picked));

/** The list with one more at its end; the same list where it is full or has it already. */
export const withPicked = (list: Shortlist, picked: Picked): Shortlist =>
  list.length >= MOST_NORMS || holds(list, picked) ? list : [...list, picked];

export const without = (list: Shortlist, picked: Picked): Shortlist =>
  list.filter((one) => keyOf(one) !== keyOf(picked));

/** Moves the norm at one place by some places, at most to an end of the list. */
export function moved(list: Shortlist, from: number, by: number): Shortlist {
  const others = [...list];
  const [picked] = others.splice(from, 1);
  if (!picked) return list;
  others.splice(Math.max(0, from + by), 0, picked);
  return others;
}

/** What two lists share, in the order of the first. */
export const shared = (mine: Shortlist, theirs: Shortlist): Shortlist =>
  mine.filter((picked) => holds(theirs, picked));
