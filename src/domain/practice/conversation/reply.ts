import {
  openness,
  type Manners,
  type Openness,
  type PracticeCase,
  type Thread,
} from './practice-case.ts';
import type { Effect, Heard, PracticeConversation } from './practice-conversation.ts';

/** The conversation after the presenter has replied to what they heard. */
export function withReply(
  asked: string,
  heard: Heard,
  it: PracticeCase,
  manners: Pick<Manners, 'lines'>,
  so: PracticeConversation,
): PracticeConversation {
  const opens = heard.as === 'open' || heard.as === 'reflection';
  const shuts = heard.as === 'advice' || heard.as === 'why-blame' || heard.as === 'judging';
  const now = openness[levelOf(so.openness) + (opens ? 1 : shuts ? -1 : 0)] ?? so.openness;
  const next = opens || mayTell(heard, so) ? nextTold(heard, it, so, now) : null;
  const lead = leadOf(heard, it, manners, so, next !== null);
  const words = next ? [lead, next.words].filter(Boolean).join(' ') : lead;
  const isMoved = now !== so.openness;
  const effect: Effect = shuts ? 'closed' : next ? (opens ? 'opened' : 'told') : 'same';
  return {
    // One who has nothing new to say is no more open than before.
    openness: effect === 'same' && isMoved && !isHeld(heard, it, so) ? so.openness : now,
    told: next ? new Map(so.told).set(next.thread.name, next.layer + 1) : so.told,
    last: next?.thread.name ?? so.last,
    turns: [...so.turns, { asked, heard, reply: words, effect }],
  };
}

const levelOf = (step: Openness): number => openness.indexOf(step);

/** One who is warm goes on in a silence, if the silence is new. */
const mayTell = ({ as }: Heard, so: PracticeConversation): boolean =>
  as === 'silence' && levelOf(so.openness) > 0 && so.turns.at(-1)?.heard.as !== 'silence';

interface Telling {
  readonly thread: Thread;
  readonly layer: number;
  readonly words: string;
}

/** What is told next: of what was asked about, of what was spoken of last, or of anything else. */
function nextTold(
  { as, thread: asked }: Heard,
  it: PracticeCase,
  so: PracticeConversation,
  now: Openness,
): Telling | null {
  const of = (name: string | null): Telling | null => {
    const thread = it.threads.find((one) => one.name === name);
    const layer = so.told.get(name ?? '') ?? 0;
    const words = thread?.layers[layer];
    return thread && words !== undefined && layer <= levelOf(now) ? { thread, layer, words } : null;
  };
  // A reflection stays with what was said; a question leads where it points.
  if (as === 'open' && asked !== null) return of(asked);
  return (
    of(so.last) ?? of(asked) ?? it.threads.map(({ name }) => of(name)).find((one) => one) ?? null
  );
}

/** Has more to say on what was asked, and holds it back. */
const isHeld = ({ thread }: Heard, it: PracticeCase, so: PracticeConversation): boolean =>
  it.threads.some(
    ({ name, layers }) => name === thread && (so.told.get(name) ?? 0) < layers.length,
  );

function leadOf(
  heard: Heard,
  it: PracticeCase,
  { lines }: Pick<Manners, 'lines'>,
  so: PracticeConversation,
  isTold: boolean,
): string {
  const { as } = heard;
  const before = so.turns.filter((turn) => turn.heard.as === as).length;
  const one = (of: readonly string[], n = before): string => of[n % of.length] ?? '';
  const nothingNew = (): string => {
    const isAll = it.threads.every(({ name, layers }) => so.told.get(name) === layers.length);
    if (isAll) return one(it.replies.done, so.turns.length);
    return one(isHeld(heard, it, so) ? lines.holding : lines.told, so.turns.length);
  };
  if (as === 'open') return isTold ? '' : nothingNew();
  if (as === 'reflection') {
    const yes = one(it.replies.reflection);
    return isTold ? yes : `${yes} ${nothingNew()}`;
  }
  if (as === 'closed') return one(it.replies.closed[levelOf(so.openness) > 1 ? 'open' : 'guarded']);
  if (as === 'silence') return isTold ? '…' : one(lines.silence);
  return one(
    as === 'fact' || as === 'why-blame' || as === 'advice' || as === 'judging' || as === 'promise'
      ? it.replies[as]
      : lines[as],
  );
}
