import { contentOf, wordsIn } from '../../../src/sync/nostr/batch.ts';
import { refusalInNotice, refusalOf } from '../../../src/sync/nostr/refusal.ts';
import { parseRelayMessage } from '../../../src/sync/nostr/relay-message.ts';
import { wrongText } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const event = {
  id: 'a'.repeat(64),
  pubkey: 'b'.repeat(64),
  created_at: 1_800_000_000,
  kind: 25_050,
  tags: [['x', 'c'.repeat(32)]],
  content: contentOf(['c2VhbGVk', 'YWdhaW4=']),
  sig: 'd'.repeat(128),
};
const said = [
  ['EVENT', 'sub', event],
  ['OK', event.id, false, 'rate-limited: slow down'],
  ['CLOSED', 'sub', 'auth-required: we only serve members'],
  ['EOSE', 'sub'],
  ['NOTICE', 'welcome'],
  ['AUTH', 'a challenge'],
].map((message) => JSON.stringify(message));

const LONGEST_REASON = 500;

/** What a public relay says, which may be anything. */
export const nostrTargets: readonly Target[] = [
  target('Nostr: message of a relay', said, wrongText, (text) => {
    const message = parseRelayMessage(text);
    if (message?.kind === 'event') {
      must(Number.isSafeInteger(message.seconds), 'an event at no time');
      must(
        wordsIn(message.content).every((word) => typeof word === 'string'),
        'a word of no text',
      );
    }
    if (message === null || !('reason' in message)) return;
    must(message.reason.length <= LONGEST_REASON, 'a reason without an end');
    refusalOf(message.reason);
    refusalInNotice(message.reason);
  }),
];
