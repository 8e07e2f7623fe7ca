import type { Phase } from '../domain/format.ts';
import type { FindingKind, Span, Verdict } from '../domain/coach/verdict.ts';

/** How else something could be asked. */
export interface Advice {
  /** What to think of; comes before the sample. */
  readonly recipe: string;
  /** How it might be asked: a question, or one with a gap ("…") to fill in. Shown on request only. */
  readonly sample: string | null;
}

/** Something that the coach has to say about a question, in words. */
export interface CoachNote extends Advice {
  readonly kind: FindingKind;
  /** The part of the text that it is about, in UTF-16 units. */
  readonly span: Span;
  /** "This may be heard as …", in one short sentence, */
  readonly short: string;
  /** and with the reason. */
  readonly because: string;
}

/** The question coach of one language. It takes any text and never throws. */
export interface Coach {
  /** What a text may be heard as. For exercises and rehearsals; in a session `notes` is what is said. */
  readonly classify: (text: string, phase: Phase) => Verdict;
  /** Two notes at most, and none where it is not sure or has nothing to say. */
  readonly notes: (text: string, phase: Phase) => readonly CoachNote[];
  /** The recipe and a sample for one kind of trap, whether or not it was noticed in the text. */
  readonly suggest: (kind: FindingKind, text: string, phase: Phase) => Advice;
  /** For advice that somebody keeps to themselves: what to ask about instead, the need that it would meet. */
  readonly unadvise: (advice: string) => Advice;
  /** Up to three words of somebody's that are worth saying back to them; neighbours stand together. */
  readonly wordsToSayBack: (text: string) => readonly string[];
}

const coaches = new Map<string, Promise<Coach | null>>();

/**
 * The coach of a language, or `null` where there are no rules for it: then nothing is said. Fetched once, on use; the
 * service worker keeps it for offline. Rejects where it does not come, and may be asked for again.
 *
 * @param language as in `content/coach/<language>`
 * @param base the path below which the site is served, with slashes
 */
export function loadCoach(
  language: string,
  base = import.meta.env.BASE_URL,
): Promise<Coach | null> {
  const before = coaches.get(language);
  if (before) return before;
  const coming = fetchCoach(language, base.replace(/\/?$/, '/'));
  coaches.set(language, coming);
  coming.catch(() => coaches.delete(language));
  return coming;
}

async function fetchCoach(language: string, base: string): Promise<Coach | null> {
  const file = `${base}coach/${encodeURIComponent(language)}`;
  const [hears, says, { coachOf }] = await Promise.all([
    fetchJson(`${file}.json`),
    fetchJson(`${file}-says.json`),
    import('./coach-of.ts'),
  ]);
  return coachOf(hears, says);
}

/** `null` where there is no such file. */
async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
