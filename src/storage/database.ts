import type { EntityTable, Table } from 'dexie';
import Dexie from 'dexie';
import type { Move } from '../domain/move.ts';
import type { NextMeeting } from '../domain/session.ts';
import type { CircleId, DeviceId, MemberId } from '../domain/ids.ts';

/** Bytes of a circle, in the order of arrival. Storage does not know what they say. */
export interface UpdateRow {
  seq: number;
  readonly circle: CircleId;
  readonly bytes: Uint8Array;
}

/** A circle that this browser belongs to. */
export interface RememberedCircle {
  /** Short and random: it stands in the address bar, where a shared screen shows it. */
  readonly id: string;
  readonly circle: CircleId;
  /** The invitation code: whoever has it is in. */
  readonly invitation: string;
  readonly device: DeviceId;
  /** The seat that this browser has taken, `null` until then. */
  readonly member: MemberId | null;
  readonly openedAt: number;
  /** Circle time minus this device's clock when it was last here, ms. */
  readonly clockOffset: number;
  readonly name: string;
  /** Names and colours of the members, for the list of circles. */
  readonly members: readonly { readonly name: string; readonly colour: number }[];
  readonly next: NextMeeting | null;
  readonly lastMet: number | null;
  readonly openCommitments: number;
  /** What this circle was called before its link was renewed, the first one first. */
  readonly before?: readonly CircleId[];
  /** A new link that this browser is about to follow, so that a crash on the way loses it for nobody. */
  readonly pending?: NewLink | null;
  /** This browser has renewed the link. */
  readonly renewed?: Renewed | null;
  /** This browser has erased an ended circle, and keeps away from the others' until then. Epoch ms. */
  readonly apartUntil?: number;
}

/** A circle's new link. */
export interface NewLink {
  readonly invitation: string;
  readonly move: Move;
}

/** What a browser that has renewed a link knows of it. */
export interface Renewed {
  readonly move: Move;
  /** Members that were given the new link at once. */
  readonly along: readonly MemberId[];
  /** The old invitation: until then, those who come with it are told that the circle has moved. */
  readonly old: string;
  readonly until: number;
}

/** What is mine alone and never enters a circle's document. */
export const noteKinds = [
  'draft',
  'listening',
  'parked',
  'learning',
  'opened',
  'setting',
  'commitment',
] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface PrivateNote {
  readonly circle: CircleId;
  readonly kind: NoteKind;
  /** What it belongs to: a session, a turn, a question, or the name of a field. */
  readonly about: string;
  readonly text: string;
  readonly changedAt: number;
}

export class Database extends Dexie {
  declare updates: EntityTable<UpdateRow, 'seq'>;
  declare circles: EntityTable<RememberedCircle, 'id'>;
  declare notes: Table<PrivateNote, [CircleId, NoteKind, string]>;

  /** @param name of the IndexedDB database; tests pass their own */
  constructor(name = 'askwell') {
    super(name);
    this.version(1).stores({
      updates: '++seq, circle',
      circles: 'id, circle',
      notes: '[circle+kind+about], circle',
    });
  }
}
