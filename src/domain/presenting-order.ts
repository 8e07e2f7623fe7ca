import type { MemberId } from './ids.ts';

type Presenters = readonly (MemberId | null)[];

/**
 * Who presents in which part after somebody was chosen for one of them. Whoever had a later part changes places with
 * the one chosen before. Where there are as many parts as people, nobody is left without one.
 */
export function withPresenter(
  presenters: Presenters,
  index: number,
  member: MemberId | null,
  people: readonly MemberId[],
): Presenters {
  const swapped = presenters.map((presenter, i) => {
    if (i === index) return member;
    return i > index && presenter !== null && presenter === member
      ? (presenters[index] ?? null)
      : presenter;
  });
  if (member === null || people.length !== presenters.length) return swapped;
  const without = people.filter((person) => !swapped.includes(person));
  return swapped.map((presenter) => presenter ?? without.shift() ?? null);
}

/** The order in which people take turns after the first: who has not presented for the longest time comes first. */
export const inTurn = (
  first: MemberId | null,
  people: readonly MemberId[],
  lastPresented: (member: MemberId) => number,
): MemberId[] =>
  people
    .filter((member) => member !== first)
    .sort((a, b) => lastPresented(a) - lastPresented(b) || people.indexOf(a) - people.indexOf(b));
