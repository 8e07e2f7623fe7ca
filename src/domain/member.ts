import type { CircleTime, DeviceId, MemberId } from './ids.ts';

/** One of six fills, told apart by lightness as well as hue. */
export type Colour = 1 | 2 | 3 | 4 | 5 | 6;
export const colours = [1, 2, 3, 4, 5, 6] as const;
export const SEATS = colours.length;

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly joinedAt: CircleTime;
  /** The colour given on joining; a seat's own colour can differ where two joined at once. */
  readonly colour: Colour;
  readonly leftAt: CircleTime | null;
}

/** A browser in which a member has taken their seat, and when. */
export interface Sitting {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly at: CircleTime;
}

/** A member's place in the circle. */
export interface Seat {
  readonly member: Member;
  readonly colour: Colour;
}

const byJoining = (a: Member, b: Member): number =>
  a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1);

/** The six seats, in the order of joining. Who joined beyond six has none; who left has given it up. */
export function seatsOf(members: readonly Member[]): Seat[] {
  const free = new Set<Colour>(colours);
  return members
    .filter((member) => member.leftAt === null)
    .sort(byJoining)
    .slice(0, SEATS)
    .map((member) => {
      const colour = free.has(member.colour) ? member.colour : ([...free][0] ?? member.colour);
      free.delete(colour);
      return { member, colour };
    });
}

/** The first colour that no seat has, or the first of all when the circle is full. */
export function freeColour(seats: readonly Seat[]): Colour {
  return colours.find((colour) => seats.every((seat) => seat.colour !== colour)) ?? colours[0];
}

/** A sign of ASCII that nothing can join: making a segmenter takes longer than all else on a disc. */
const plain = /^[!-~](?=[ -~]|$)/;

/** What stands on a member's disc: the first visible sign of the name, whatever the script. */
export function initialOf(name: string): string {
  const text = name.trim();
  const first = plain.exec(text)?.[0] ?? firstGrapheme(text) ?? '?';
  return first.toLocaleUpperCase();
}

function firstGrapheme(text: string): string | undefined {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...graphemes.segment(text)][0]?.segment;
}
