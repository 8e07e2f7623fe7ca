import { mainClause, type Clause } from './clause.ts';
import type { Language } from './language.ts';
import { read, spanIn } from './reading.ts';
import type { FindingKind, Span, Verdict } from './verdict.ts';

export interface Rewrite {
  /** A pattern of the question, */
  readonly from: string;
  /** and what it becomes: `{1}` is the writer's own words in its first group. */
  readonly to: string;
}

/** Sample rewrites of one language: `content/coach/<locale>/rewrites.json`. */
export interface Rewrites {
  readonly own: Readonly<Record<string, readonly Rewrite[]>>;
  /** An honest pattern for each kind, with a gap. */
  readonly gap: Readonly<Record<string, string>>;
  /** For advice: `from` is a pattern of the idea, `to` a question about the need that it would meet. */
  readonly needs: readonly Rewrite[];
  /** A question about the need behind any other idea. */
  readonly need: string;
}

export interface Suggestion {
  /** Whose recipe comes first: `coach.recipe.<kind>`. */
  readonly kind: FindingKind;
  /** A question, or one with a gap to fill in. */
  readonly sample: string | null;
}

/** More words than these cannot be moved without making them strange. */
const mostWords = 9;

const asQuestion = (words: string): string => {
  const bare = words.trim().replace(/[\s,;:.?!…-]+$/u, '');
  return `${bare.slice(0, 1).toLocaleUpperCase()}${bare.slice(1)}?`;
};

function fromOwnWords(clause: Clause, text: string, rewrites: readonly Rewrite[]): string | null {
  for (const { from, to } of rewrites) {
    const match = new RegExp(from, 'd').exec(clause.line);
    if (match === null) continue;
    const groups = match.indices?.map((place) => {
      if (place === undefined) return '';
      const [start, end] = [clause.at + place[0], clause.at + place[1]];
      const span = spanIn(clause.sentence, start, end);
      return text.slice(span.start, span.end);
    });
    const words = groups?.slice(1).join(' ').split(/\s+/) ?? [];
    if (words.length > mostWords) return null;
    return asQuestion(to.replace(/\{(\d)\}/g, (_, n: string) => groups?.[Number(n)] ?? ''));
  }
  return null;
}

/** The question alone: up to the second one, and without what leads up to it. */
function alone(text: string, { question, findings }: Verdict): string | null {
  const second = findings.find(({ kind }) => kind === 'stacked')?.span;
  const end = second && second.start > question.start ? second.start : question.end;
  const span: Span = { start: question.start, end: Math.min(end, question.end) };
  const words = text.slice(span.start, span.end).replace(/[\s,]+(?:and|but|or|then)?[\s,]*$/, '');
  return words === '' || words.split(/\s+/).length > 3 * mostWords ? null : asQuestion(words);
}

/** For a note of the coach: the recipe first, then a sample with the writer's own words where that reads well. */
export function suggest(
  kind: FindingKind,
  text: string,
  verdict: Verdict,
  language: Language,
  { own, gap }: Rewrites,
): Suggestion {
  if (kind === 'stacked' || kind === 'preamble' || kind === 'too-long')
    return { kind, sample: alone(text, verdict) };
  const clause = read(text, language.spell)
    .map((sentence) => mainClause(sentence, language.grammar))
    .find((one) => one !== null);
  // An aside is left out of the line, so that places in it are not those of the text.
  const isWhole =
    clause !== undefined && clause !== null && clause.sentence.line.endsWith(clause.line);
  const sample = isWhole ? fromOwnWords(clause, text, own[kind] ?? []) : null;
  return { kind, sample: sample ?? gap[kind] ?? null };
}

/** A question about the need behind a piece of advice, for somebody who has parked it. */
export function needBehind(advice: string, language: Language, { needs, need }: Rewrites): string {
  const lines = read(advice, language.spell).map(({ line }) => line);
  const found = needs.find(({ from }) => {
    const pattern = new RegExp(from);
    return lines.some((line) => pattern.test(line));
  });
  return found?.to ?? need;
}
