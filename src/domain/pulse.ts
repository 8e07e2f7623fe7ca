import type { SessionId } from './ids.ts';

/** What each may say at the close, in one tap. */
export const pulseItems = ['heard', 'asked', 'worth'] as const;
export type PulseItem = (typeof pulseItems)[number];

/** From "not at all" to "fully". */
export const pulseScale = [0, 1, 2, 3, 4] as const;
export type PulseValue = (typeof pulseScale)[number];

/** One answer. It says neither who nor when, and its id is drawn by lot; three answers of a person have nothing in common. */
export interface PulseRow {
  readonly id: string;
  readonly session: SessionId;
  readonly item: PulseItem;
  readonly value: PulseValue;
}

/** With fewer, each can work out what the others said. */
export const ENOUGH = 4;
/** Values below this say that something was missing. */
const LOW = 2;

/** What the screens show of one item. No answer ever stands there alone. */
export type PulseShown =
  /** Two or three came: nothing can be without names. */
  | { readonly kind: 'few' }
  /** More may still answer, and what changed then would be the answer of one. */
  | { readonly kind: 'waiting' }
  /** The session is over, and not enough have answered. */
  | { readonly kind: 'held' }
  | {
      readonly kind: 'shown';
      readonly answered: number;
      /** Half of the answers, or more, are this or lower; half, or more, are this or higher. */
      readonly middle: PulseValue;
      /** Two or more said that something was missing. Of one nothing is said. */
      readonly someLow: boolean;
    };

/**
 * Shows one item when enough have answered and all who came have, or the session is over. The middle answer tells
 * nothing of a single one that stands apart: whatever that is, the middle stays among the others'.
 */
export function pulseOf(
  session: SessionId,
  item: PulseItem,
  { rows, came, isOver }: PulseSources,
): PulseShown {
  if (came < ENOUGH) return { kind: 'few' };
  const values = rows
    .filter((row) => row.session === session && row.item === item)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    // More than came are a stranger's, or somebody's second device.
    .slice(0, came)
    .map(({ value }) => value)
    .sort((a, b) => a - b);
  const middle = values[Math.floor((values.length - 1) / 2)];
  if (values.length < came && !isOver) return { kind: 'waiting' };
  if (values.length < ENOUGH || middle === undefined) return { kind: 'held' };
  return {
    kind: 'shown',
    answered: values.length,
    middle,
    someLow: values.filter((value) => value < LOW).length > 1,
  };
}

export interface PulseSources {
  readonly rows: readonly PulseRow[];
  /** How many came to the session. */
  readonly came: number;
  readonly isOver: boolean;
}
