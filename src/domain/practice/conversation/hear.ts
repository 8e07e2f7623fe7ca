import type { Verdict } from '../../coach/verdict.ts';
import {
  subjects,
  type Hearing,
  type PracticeCase,
  type Subject,
  type Thread,
} from './practice-case.ts';
import type { Heard, HeardAs, PracticeConversation } from './practice-conversation.ts';

/** More words than anybody keeps in mind. */
const tooMany = 60;
const longest = 2000;

/** How the presenter of a case hears a text. `verdict` is the coach's; null where there is none. */
export function hear(
  text: string,
  verdict: Verdict | null,
  it: PracticeCase,
  manners: Hearing,
  so: PracticeConversation,
): Heard {
  const said = plainly(text);
  const words = wordsOf(said);
  const thread = threadOf(words, it, manners);
  const as = (kind: HeardAs): Heard => ({ as: kind, thread: thread?.name ?? null });
  const matches = (pattern: keyof Hearing['patterns']): boolean =>
    new RegExp(manners.patterns[pattern], 'iu').test(said);

  if (said === '' || matches('absence')) return as('silence');
  if (words.length === 0) return as(/\p{L}/u.test(said) ? 'other-language' : 'unclear');
  if (so.turns.some((turn) => plainly(turn.asked) === said) && !matches('deeper'))
    return as('repeat');
  if (matches('deeper')) return { as: 'open', thread: null };
  if (matches('madeUp')) return as('made-up');
  if (matches('consent')) return as('consent');
  if (matches('thanks') && words.length < 8 && !said.includes('?')) return as('thanks');
  if (matches('greeting') && words.length < 8) return as('greeting');
  const isEcho = echoes(words, it, so, manners);
  const strange = strangeness(said, words, thread !== undefined || isEcho, manners);
  if (strange) return as(strange);
  if (words.length > tooMany) return as('long');
  if (matches('promise') && hasStep(it, so)) return as('promise');
  if (matches('elsewhere')) return as('off-topic');
  if (verdict === null) return as('unsure');
  return as(byVerdict(verdict, said, isEcho, matches));
}

function byVerdict(
  verdict: Verdict,
  said: string,
  isEcho: boolean,
  matches: (pattern: keyof Hearing['patterns']) => boolean,
): HeardAs {
  const { label, form, isSoftOpen, isSure, findings } = verdict;
  const found = (kind: string) => findings.some((finding) => finding.kind === kind);
  if (label === 'statement' || form === 'declarative') {
    if (matches('advice') || label === 'leading') return 'advice';
    if (matches('echo') || isEcho) return 'reflection';
    return said.endsWith('?') ? 'closed' : 'statement';
  }
  if (label === 'stacked') return 'stacked';
  if (label === 'why-blame') return 'why-blame';
  // How it feels is asked for their sake, whatever is named after it.
  if (label === 'leading' && matches('feels')) return 'open';
  if (label === 'leading') return isSure || matches('advice') ? 'advice' : 'unsure';
  if (found('judging')) return 'judging';
  if (label === 'either-or') return 'either-or';
  if (found('too-long')) return 'long';
  if (label === 'open' || isSoftOpen) return isSure ? 'open' : 'unsure';
  if (form === 'fact' || form === 'scale') return form;
  return 'closed';
}

/** How something said aloud is heard: its asker says what it was. */
export const heardAloud = (as: HeardAs): Heard => ({ as, thread: null });

const plainly = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const wordsOf = (said: string): readonly string[] => said.match(/[a-zà-ž][a-zà-ž'-]*/giu) ?? [];

const listed = (list: string): ReadonlySet<string> => new Set(list.split(' '));

function threadOf(
  words: readonly string[],
  it: PracticeCase,
  { words: lists }: Hearing,
): Thread | undefined {
  const about = subjects.filter((subject) => {
    const list = listed(lists[subject]);
    return words.some((word) => list.has(word));
  });
  const scores = it.threads.map((thread) => {
    const named = new Set(words.filter((word) => thread.words.some((stem) => leadsTo(word, stem))))
      .size;
    const meant = about.filter((one) => thread.about.includes(one));
    return { thread, score: meant.reduce((sum, one) => sum + weights[one], 2 * named) };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.thread : undefined;
}

/** A question about feelings is about them, whoever else it names. */
const weights: Readonly<Record<Subject, number>> = {
  feelings: 3,
  wishes: 3,
  meaning: 3,
  next: 3,
  past: 1,
  people: 1,
};

/** A short word leads somewhere only as it is. */
const leadsTo = (word: string, stem: string): boolean =>
  stem.length < 4 ? word === stem : word.startsWith(stem);

/** Neither English nor a name that belongs here. */
function strangeness(
  said: string,
  words: readonly string[],
  isKnown: boolean,
  manners: Hearing,
): 'unclear' | 'other-language' | null {
  const letters = said.match(/\p{L}/gu)?.length ?? 0;
  if (words.join('').length < letters / 2) return 'other-language';
  if (isKnown) return null;
  const plain = listed(manners.words.plain);
  const known = words.filter((word) => plain.has(word)).length;
  if (known === 0 && words.length < 3) return 'unclear';
  return known * 3 < words.length ? 'other-language' : null;
}

/** Gives the presenter words of their own back. */
function echoes(
  words: readonly string[],
  it: PracticeCase,
  so: PracticeConversation,
  manners: Hearing,
): boolean {
  if (words.length > 25 || words.includes('i')) return false;
  const plain = listed(manners.words.plain);
  const theirs = [...it.opening, ...so.turns.map(({ reply }) => reply)].flatMap((text) =>
    wordsOf(plainly(text)),
  );
  const heads = new Set(theirs.filter((word) => !plain.has(word)).map(head));
  const telling = words.filter((word) => word.length > 2 && !plain.has(word));
  const given = telling.filter((word) => heads.has(head(word))).length;
  return given > 0 && given * 2 >= telling.length;
}

const head = (word: string): string => word.slice(0, 5);

/** They have said what they could do. */
const hasStep = (it: PracticeCase, so: PracticeConversation): boolean =>
  it.threads.some(
    ({ name, about, layers }) => about.includes('next') && so.told.get(name) === layers.length,
  );
