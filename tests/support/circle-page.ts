import { CircleBoard } from '../../src/board/circle-board.svelte.ts';
import { CircleClock } from '../../src/board/circle-clock.ts';
import { Journal } from '../../src/board/journal.svelte.ts';
import { LiveLink } from '../../src/board/live-link.svelte.ts';
import { Private } from '../../src/board/private.svelte.ts';
import { Writer } from '../../src/board/writer.svelte.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import type { Link, Peer } from '../../src/sync/link.ts';

const undo = (): void => undefined;

/** A link to whoever the test says is there; it carries nothing. */
export function linkTo(
  members: readonly string[],
  calls: string[] = [],
  dayOf: (member: string) => number | null = () => null,
): Link {
  const peers = members.map((member): Peer => ({
    id: `page of ${member}`,
    reach: { kind: 'direct' },
    presence: { member, device: member, away: false, session: null, day: dayOf(member) },
  }));
  return {
    self: 'me',
    status: () => ({
      state: 'connected',
      rendezvous: 'reached',
      services: [],
      mismatch: null,
      turnRefused: [],
    }),
    peers: () => peers,
    setPresence: (presence) => calls.push(`say ${JSON.stringify(presence)}`),
    onChange: () => undo,
    onClockSample: () => undo,
    byHand: () => Promise.reject(new Error('this link carries no codes')),
    whisper: () => false,
    onWhisper: () => undo,
    retry: () => calls.push('retry'),
    close: () => {
      calls.push('close');
      return Promise.resolve();
    },
  };
}

/** One member's page of a circle, with nothing on a disk. The clock stands until the test moves it. */
export function circlePage(me: string, document = new CircleDocument(), others: string[] = []) {
  const time = { now: 1_000 };
  const link = new LiveLink(new CircleClock());
  link.attach(linkTo(others));
  let ids = 0;
  const writer = new Writer(
    me,
    `device of ${me}`,
    () => time.now,
    () => `${me}-${(ids += 1)}`,
  );
  const mine = new Private(null, undo);
  const journal = new Journal(document, null);
  return { board: new CircleBoard({ document, journal, mine, link, writer }), time };
}
