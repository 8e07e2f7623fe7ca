import { readJson } from '../../domain/json.ts';
import { fieldsOf } from '../fields-of.ts';

/** What a relay says, as far as it matters here. */
export type RelayMessage =
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly author: string;
      /** What it is tagged with, as the relay knows it: some relays pass on more than they were asked for. */
      readonly topic: string;
      readonly seconds: number;
      readonly content: string;
    }
  /** It has taken an event, or not. */
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly taken: boolean;
      readonly reason: string;
    }
  /** It no longer serves a subscription. */
  | { readonly kind: 'closed'; readonly subscription: string; readonly reason: string }
  /** It has told what it had on a subscription, and goes on with what comes. */
  | { readonly kind: 'serves'; readonly subscription: string }
  /** It says something to people. */
  | { readonly kind: 'notice'; readonly reason: string }
  /** All other: a sign of life. */
  | { readonly kind: 'other' };

/** The tag of a topic. Relays find events by tags of one letter. */
export const TAG = 'x';

/** Characters. Relays allow about as much. */
const LONGEST = 128 * 1024;
const LONGEST_REASON = 500;

/** `null` where it is no message of a relay. */
export function parseRelayMessage(text: unknown): RelayMessage | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  const said = readJson(text);
  if (!Array.isArray(said)) return null;
  const [type, first, second, third]: unknown[] = said;
  if (type === 'NOTICE') return { kind: 'notice', reason: textOf(first) };
  if (typeof first !== 'string') return typeof type === 'string' ? { kind: 'other' } : null;
  if (type === 'EVENT') return parseEvent(second);
  if (type === 'OK') {
    return { kind: 'answer', id: first, taken: second === true, reason: textOf(third) };
  }
  if (type === 'CLOSED') return { kind: 'closed', subscription: first, reason: textOf(second) };
  return type === 'EOSE' ? { kind: 'serves', subscription: first } : { kind: 'other' };
}

function parseEvent(event: unknown): RelayMessage | null {
  const { id, pubkey, created_at: seconds, content, tags } = fieldsOf(event);
  if (typeof id !== 'string' || typeof pubkey !== 'string') return null;
  if (typeof seconds !== 'number' || !Number.isSafeInteger(seconds)) return null;
  if (typeof content !== 'string') return null;
  return { kind: 'event', id, author: pubkey, topic: topicIn(tags), seconds, content };
}

function topicIn(tags: unknown): string {
  if (!Array.isArray(tags)) return '';
  const [first]: unknown[] = tags;
  const [name, value]: unknown[] = Array.isArray(first) ? first : [];
  return name === TAG && typeof value === 'string' ? value : '';
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, LONGEST_REASON) : '';
