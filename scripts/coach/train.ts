import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainClause } from '../../src/domain/coach/clause.ts';
import type { Language } from '../../src/domain/coach/language.ts';
import { featuresOf } from '../../src/domain/coach/model.ts';
import { read } from '../../src/domain/coach/reading.ts';
import { loadLanguage } from './load-language.ts';
import { parseRows, type Row } from './rows.ts';

/** What is learnt: each from its examples against the others. */
const learnt = ['leading', 'why-blame'] as const;

export interface Example {
  readonly label: string;
  readonly features: readonly string[];
}

/** Single questions of one language, as the model sees them. */
function examplesOf(rows: readonly Row[], language: Language): Example[] {
  return rows
    .filter(({ label }) => label !== 'stacked' && label !== 'statement')
    .flatMap(({ text, label }) => {
      const clauses = read(text, language.spell)
        .map((sentence) => mainClause(sentence, language.grammar))
        .filter((clause) => clause !== null);
      const [clause] = clauses;
      if (clause === undefined) return [];
      return [{ label, features: featuresOf(clause).map(({ name }) => name) }];
    });
}

export interface Trained {
  readonly bias: number;
  /** Features by their weight, `{"12": "have you|^should"}`: this way they take the least room. */
  readonly weights: Readonly<Record<string, string>>;
}

/** Features that are rarer than this say more about one author than about questions. */
const rarest = 13;
/** Weights are kept as whole tenths, and those that hardly count not at all. */
const grain = 10;
const least = 6;

/** Logistic regression by gradient descent. The same examples always give the same weights. */
function train(examples: readonly Example[], label: string): Trained {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = examples.map((example) => ({
    target: example.label === label ? 1 : 0,
    names: example.features.filter((name) => (counts.get(name) ?? 0) >= rarest),
  }));
  const weights = new Map<string, number>();
  let bias = 0;
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const order = kept.map((_, i) => i);
  for (let epoch = 0; epoch < 40; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    const rate = 0.3 / (1 + epoch * 0.2);
    for (const i of order) {
      const { target = 0, names = [] } = kept[i] ?? {};
      const scale = 1 / Math.sqrt(Math.max(1, names.length));
      const sum = names.reduce((total, name) => total + (weights.get(name) ?? 0) * scale, bias);
      const error = 1 / (1 + Math.exp(-sum)) - target;
      bias -= rate * error * 0.1;
      for (const name of names) {
        const weight = weights.get(name) ?? 0;
        weights.set(name, weight - rate * (error * scale + 0.002 * weight));
      }
    }
  }
  const byWeight = new Map<number, string[]>();
  for (const [name, weight] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rounded = Math.round(weight * grain);
    if (Math.abs(rounded) >= least) byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), name]);
  }
  const grouped = [...byWeight].sort(([a], [b]) => a - b);
  return {
    bias: Math.round(bias * grain),
    weights: Object.fromEntries(grouped.map(([weight, names]) => [weight, names.join('|')])),
  };
}

function main(): void {
  const language = loadLanguage('en');
  if (language === null) throw new Error('The coach has no English');
  const rows = parseRows(readFileSync(join(import.meta.dirname, 'training-en.tsv'), 'utf8'));
  const examples = examplesOf(rows, language);
  const model = Object.fromEntries(learnt.map((label) => [label, train(examples, label)]));
  const file = join(import.meta.dirname, '../../content/coach/en/model.json');
  writeFileSync(file, `${JSON.stringify(model)}\n`);
}

if (import.meta.main) main();
