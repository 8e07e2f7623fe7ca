import type { CircleTime, MemberId, NormId, SessionId } from './ids.ts';
import type { Norm } from './norm.ts';
import { MOST_NORMS, sameWords } from './shortlist.ts';

/** The way of a first session from many wishes to one set, in this order. */
export const agreeingSteps = ['alone', 'together', 'consent', 'in'] as const;
export type AgreeingStep = (typeof agreeingSteps)[number];

/** How far a session has come; a step writes where it goes, so two who go on at once arrive at the same one. */
export interface Agreeing {
  readonly session: SessionId;
  readonly step: AgreeingStep;
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** "I need this": each member has one, and no vote can remove the norm that has it. */
export interface Star {
  readonly member: MemberId;
  /** `null` once it has been taken back. */
  readonly norm: NormId | null;
  readonly at: CircleTime;
}

/** One wish, however many have it and in however many records it lies. */
export interface Card {
  /** The record that is asked about: the newest wording, or the first that was put in. */
  readonly norm: Norm;
  /** All records that were put together here. */
  readonly all: readonly Norm[];
  /** How many members wish it. */
  readonly picks: number;
  readonly starredBy: readonly MemberId[];
}

const byProposal = (a: Norm, b: Norm): number =>
  a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1);

/**
 * Open proposals as cards, those that most members wish first. Records are one card where they are the same norm of
 * the library, the same words, a new wording of the other, or were put together by a person.
 */
export function cardsOf(norms: readonly Norm[], stars: readonly Star[]): Card[] {
  const open = norms.filter(({ status }) => status === 'proposed').toSorted(byProposal);
  const groups = groupsOf(open);
  return groups.map((all) => cardOf(all, stars)).toSorted(byWish);
}

const byWish = (a: Card, b: Card): number => b.picks - a.picks || byProposal(a.norm, b.norm);

function cardOf(all: readonly Norm[], stars: readonly Star[]): Card {
  const ids = new Set(all.map(({ id }) => id));
  const isAmended = new Set(all.map(({ amends }) => amends));
  const rewordings = all.filter(({ amends }) => amends !== null && ids.has(amends));
  const heads = all.filter(({ id, sameAs }) => !isAmended.has(id) && sameAs === null);
  const newest = rewordings.findLast((norm) => heads.includes(norm));
  const wishes = all.filter((norm) => !rewordings.includes(norm));
  return {
    norm: newest ?? heads[0] ?? all[0] ?? fail(),
    all,
    picks: new Set(wishes.map(({ proposedBy }) => proposedBy)).size,
    starredBy: stars.flatMap(({ norm, member }) => (norm !== null && ids.has(norm) ? member : [])),
  };
}

/** Puts records together that are one wish: each pair that belongs together joins two groups. */
function groupsOf(norms: readonly Norm[]): Norm[][] {
  const groups = new Map<NormId, Norm[]>(norms.map((norm) => [norm.id, [norm]]));
  const first = new Map<string, NormId>();
  const join = (a: NormId, b: NormId): void => {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (!one || !other || one === other) return;
    one.push(...other);
    for (const { id } of other) groups.set(id, one);
  };
  for (const { id, text, template, amends, retires } of norms) {
    // A new wording of a library's norm is no longer the library's.
    const name = template !== null && amends === null ? [`name ${template}`] : [];
    for (const key of [`${retires ? 'let go' : 'words'} ${sameWords(text)}`, ...name]) {
      join(first.get(key) ?? id, id);
      first.set(key, first.get(key) ?? id);
    }
  }
  for (const { id, sameAs, amends } of norms) {
    if (sameAs !== null) join(sameAs, id);
    if (amends !== null) join(amends, id);
  }
  return [...new Set(groups.values())].map((group) => group.toSorted(byProposal));
}

function fail(): never {
  throw new Error('a card without a norm');
}

/**
 * Which cards are asked about: every one with a star, and those that most wish, as many as seven norms leave room
 * for. The others wait; one comes up when a card is dropped. What replaces a norm in force needs no room.
 */
export function chosenOf(
  cards: readonly Card[],
  inForce: number,
): { readonly chosen: readonly Card[]; readonly waiting: readonly Card[] } {
  const room = Math.max(0, MOST_NORMS - inForce);
  const replacing = cards.filter(replaces);
  const starred = cards.filter((card) => card.starredBy.length > 0 && !replaces(card));
  const others = cards.filter((card) => !starred.includes(card) && !replaces(card));
  const added = [...starred, ...others].slice(0, Math.max(room, starred.length));
  const chosen = new Set([...replacing, ...added]);
  return {
    chosen: cards.filter((card) => chosen.has(card)),
    waiting: cards.filter((card) => !chosen.has(card)),
  };
}

const replaces = ({ all }: Card): boolean =>
  all.some(({ amends }) => amends !== null && !all.some(({ id }) => id === amends));

/** A star can only be taken from a norm by whoever gave it. */
export const mayDrop = ({ starredBy }: Card, me: MemberId): boolean =>
  starredBy.every((member) => member === me);

/** Who reads which norm aloud: in the order of seats, round and round. */
export function readersOf(
  norms: readonly Norm[],
  members: readonly MemberId[],
): ReadonlyMap<NormId, MemberId> {
  const reads = norms.flatMap((norm, at): [NormId, MemberId][] => {
    const member = members[at % members.length];
    return member === undefined ? [] : [[norm.id, member]];
  });
  return new Map(reads);
}
