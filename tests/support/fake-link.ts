import type { Link, Peer } from '../../src/sync/link.ts';

const undo = (): void => undefined;

/** A link to nobody, which carries nothing; a test says what is different. */
export const fakeLink = (more: Partial<Link> = {}): Link => ({
  self: 'me',
  status: () => ({
    state: 'connected',
    rendezvous: 'reached',
    services: [],
    mismatch: null,
    turnRefused: [],
  }),
  peers: () => [],
  setPresence: undo,
  onChange: () => undo,
  onClockSample: () => undo,
  byHand: () => Promise.reject(new Error('this link carries no codes')),
  whisper: () => false,
  onWhisper: () => undo,
  retry: undo,
  close: () => Promise.resolve(),
  ...more,
});

/** A link to whoever the test says is there. What it is asked to do is taken down in `calls`. */
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
  return fakeLink({
    peers: () => peers,
    setPresence: (presence) => calls.push(`say ${JSON.stringify(presence)}`),
    retry: () => calls.push('retry'),
    close: () => {
      calls.push('close');
      return Promise.resolve();
    },
  });
}
