import type { Phase } from '../format.ts';
import { mainClause, type Clause } from './clause.ts';
import { detect } from './detect.ts';
import type { Language } from './language.ts';
import { some } from './patterns.ts';
import { plainFindings } from './plain-findings.ts';
import { read, spanIn, type Sentence } from './reading.ts';
import { stackedIn } from './stacked.ts';
import type { Form, Label, Verdict } from './verdict.ts';

/** In which language, and at which moment of a session, something is asked. */
export interface Asking<Tongue extends Language | null = Language> {
  readonly language: Tongue;
  readonly phase: Phase;
}

const labelOfForm: Readonly<Record<Form, Label>> = {
  open: 'open',
  closed: 'closed',
  fact: 'closed',
  scale: 'closed',
  'either-or': 'either-or',
  declarative: 'closed',
  none: 'statement',
};

/** These name a question, whatever its form. */
const traps: readonly Label[] = ['stacked', 'why-blame', 'leading'];

function clausesOf(sentences: readonly Sentence[], { grammar }: Language): Clause[] {
  const isNone = (sentence: Sentence): boolean =>
    sentences.length > 1 && sentence.mark === '?' && some(grammar('noQuestion'), sentence.line);
  return sentences
    .filter((sentence) => !isNone(sentence))
    .map((sentence) => mainClause(sentence, grammar))
    .filter((clause) => clause !== null);
}

/** Whether not one function word of the language stands in the text. */
const isForeign = (sentences: readonly Sentence[], language: Language): boolean =>
  !sentences.some(({ tokens }) => tokens.some(({ norm }) => language.isFunctionWord(norm)));

/**
 * What a text may be heard as. It takes anything and always answers; in a language without rules
 * (`null`) there is no verdict.
 */
export function classify(text: string, asking: Asking): Verdict;
export function classify(text: string, asking: Asking<Language | null>): Verdict | null;
export function classify(
  text: string,
  { language, phase }: Asking<Language | null>,
): Verdict | null {
  if (language === null) return null;
  const { grammar } = language;
  const sentences = read(text, language.spell);
  const clauses = clausesOf(sentences, language);
  const isMirror = ({ head, line }: Clause): boolean =>
    head === 'declarative' && some(grammar('mirror'), line);
  const asked = clauses.filter((clause) => !isMirror(clause));
  const foreign = isForeign(sentences, language);

  const main = asked[0] ?? clauses[0];
  if (main === undefined) {
    const question = { start: 0, end: text.length };
    const nothing = { isSoftOpen: false, isSure: !foreign, question, findings: [] };
    return { label: 'statement', form: 'none', ...nothing };
  }

  const stacked = stackedIn(asked, grammar);
  const isSplitChoice =
    stacked === null && asked.length > 1 && main.form !== 'open' && main.form !== 'fact';
  const form = isSplitChoice ? 'either-or' : main.form;
  const findings = [
    ...(stacked === null ? [] : [stacked]),
    ...asked.flatMap((clause) => detect(clause, language, phase)),
    ...plainFindings(main, form, sentences, grammar, phase),
  ];
  const trap = traps.find((label) => findings.some(({ kind }) => kind === label));
  const label = trap ?? (asked.length === 0 ? 'statement' : labelOfForm[form]);
  const isBareStatement = trap === undefined && form === 'declarative' && asked.length > 0;
  return {
    label,
    form,
    isSoftOpen: main.isSoftOpen && label === 'open',
    isSure: !foreign && !isBareStatement && !some(grammar('ambiguous'), main.sentence.line),
    question: spanIn(main.sentence, main.at, main.at + main.line.length),
    findings,
  };
}
