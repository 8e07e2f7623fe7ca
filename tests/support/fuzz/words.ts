import { parseConfig } from '../../../src/board/config.ts';
import { parsePresence } from '../../../src/board/presence.ts';
import { readCallAddress } from '../../../src/components/call-address.ts';
import { invitationIn } from '../../../src/components/home/invitation-in.ts';
import { summariesIn } from '../../../src/domain/circle-summary.ts';
import {
  noWords,
  readPrivateWords,
  writePrivateWords,
} from '../../../src/domain/commitment-words.ts';
import { formatShortlist, readShortlist } from '../../../src/domain/shortlist-link.ts';
import { MOST_NORMS } from '../../../src/domain/shortlist.ts';
import { formatInvitation, readInvitation } from '../../../src/sync/invitation.ts';
import { parsePageState } from '../../../src/sync/page-state.ts';
import { wrongText, wrongValue } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const privateWords = writePrivateWords({
  ...noWords,
  text: 'Tell “her”',
  kind: 'do',
  confidence: 6,
});

const secret = Uint8Array.from({ length: 16 }, (_, at) => at * 13);
const code = formatInvitation({ secret });
const links = [
  code,
  `https://example.org/toolkit/circle/#${code}`,
  `Join us on Thursday: <https://example.org/circle/#${code}>, and bring tea.`,
];

/** A changed code is never taken for another circle's. */
function mustBeOurs(text: string): void {
  const reading = readInvitation(text);
  if (reading.kind !== 'ok') return;
  must(formatInvitation(reading.invitation) === code, 'a changed link opens another circle');
}

const config = {
  rendezvous: ['self', 'wss://circles.example.org/rendezvous', 'ws://localhost:4000/'],
  iceServers: [
    { urls: 'stun:stun.example.org' },
    { urls: ['turn:turn.example.org:3478?transport=tcp'], username: 'a', credential: 'b' },
  ],
};

/** What is left of a config must be fit for `new WebSocket`, which would throw where nobody is told. */
function mustConnect(said: unknown): void {
  const { rendezvous, foreignHosts } = parseConfig(said, '/', {
    protocol: 'https:',
    host: 'example.org',
  });
  for (const service of rendezvous) {
    must(/^wss?:$/.test(URL.parse(service)?.protocol ?? ''), `no address: ${service}`);
  }
  must(
    foreignHosts.every((host) => host !== ''),
    'a host without a name',
  );
}

const page = { page: 'ana', near: ['ben', 'cem'], presence: { device: 'd' } };
const presence = { device: 'd1', member: 'ana', away: false, session: 's1' };
const summaries = JSON.stringify([
  {
    id: 'c1',
    name: 'Thursday mornings',
    members: [{ name: 'Ana', colour: 1 }],
    next: { at: 1, zone: 'Europe/Berlin' },
    lastMet: 1,
    openCommitments: 2,
  },
]);

const shortlist = formatShortlist([
  { kind: 'library', name: 'co1' },
  { kind: 'own', text: 'We laugh, and say why.' },
  { kind: 'library', name: 'vo1' },
]);

/** Links, settings, and what pages say of themselves. */
export const wordTargets: readonly Target[] = [
  target('invitation', links, wrongText, mustBeOurs),
  target('invitation on the home page', links, wrongText, (text) => {
    must(/^[\w-]+$/.test(invitationIn(text) ?? 'none'), 'no invitation');
  }),
  target('shortlist', [shortlist, `${shortlist}.li1.qa1`], wrongText, (fragment) => {
    const reading = readShortlist(fragment, (name) => name !== 'li1');
    if (!reading) return;
    const { list, faults } = reading;
    must(list.length <= MOST_NORMS, 'more norms than a shortlist has');
    must(
      list.every((one) => (one.kind === 'own' ? one.text.trim() !== '' : one.name !== 'li1')),
      'a norm that nobody can read',
    );
    must(faults.length > 0 || formatShortlist(list) === fragment, 'a changed link seems whole');
  }),
  target('private words of an action', [privateWords], wrongText, (text) => {
    const words = readPrivateWords(text);
    if (!words) return;
    must(words.text !== '', 'an action without words');
    must(
      JSON.stringify(readPrivateWords(writePrivateWords(words))) === JSON.stringify(words),
      'words read differently again',
    );
  }),
  target<unknown>('config.json', [config], wrongValue, mustConnect),
  target<unknown>('page state', [page], wrongValue, (said) => {
    const state = parsePageState(said);
    must(state?.near.every((one) => typeof one === 'string') ?? true, 'near what is no page');
  }),
  target<unknown>('presence', [presence], wrongValue, (said) => {
    const { device, member } = parsePresence(said) ?? { device: 'd', member: null };
    must(device !== '' && device.length <= 100 && member !== '', 'a presence of nobody');
  }),
  target('circles on the home page', [summaries], wrongText, (text) => {
    must(
      summariesIn(text).every(({ id, name }) => id && name.trim()),
      'a circle without a name',
    );
  }),
  target(
    'call address',
    ['https://meet.example.org/abc', 'zoom.example/j/1?pwd=2'],
    wrongText,
    (text) => {
      must(/^https:/.test(readCallAddress(text) ?? 'https:'), 'a call that is no https address');
    },
  ),
];
