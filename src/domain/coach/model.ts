import type { Clause } from './clause.ts';
import type { ModelData } from './language-data.ts';

/** What was learnt from examples: how much each feature speaks for one kind of question. */
export interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

export function modelOf(data: ModelData | null): Model | null {
  if (data === null) return null;
  const weights = new Map<string, number>();
  for (const [weight, names] of Object.entries(data.weights))
    for (const name of names.split('|')) weights.set(name, Number(weight) / 10);
  return { bias: data.bias / 10, weights };
}

/** A feature, and the stretch of the clause's line that it stands for. */
export interface Feature {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const ending = /(?:ing|ed|ly)$/;

/** How a question begins, its words, its pairs of words. */
export function featuresOf({ line, head }: Pick<Clause, 'line' | 'head'>): Feature[] {
  const words = [...line.matchAll(/[^ ]*[a-z0-9][^ ]*/g)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
  const [first, second, third] = words;
  const start = (name: string, to = 0): Feature => ({ name, from: 0, to });
  const seen = new Map<string, Feature>([[head, start(`=${head}`)]]);
  const add = (feature: Feature): void => {
    if (!seen.has(feature.name)) seen.set(feature.name, feature);
  };
  if (first) add(start(`^${first.word}`, first.to));
  if (first && second) add(start(`^${first.word} ${second.word}`, second.to));
  if (first && second && third) add(start(`^${first.word} ${second.word} ${third.word}`, third.to));
  words.forEach(({ word, from, to }, i) => {
    add({ name: word, from, to });
    const next = words[i + 1];
    if (next) add({ name: `${word} ${next.word}`, from, to: next.to });
    const [end] = ending.exec(word) ?? [];
    if (end !== undefined) add({ name: `-${end}`, from, to });
  });
  add(start(`#${Math.min(5, Math.floor(words.length / 4))}`));
  return [...seen.values()];
}

/** From 0 to 1, and the known feature that speaks most for it. */
export function judge(
  { bias, weights }: Model,
  features: readonly Feature[],
): { readonly probability: number; readonly because: Feature | null } {
  const known = features.filter(({ name }) => weights.has(name));
  const scale = 1 / Math.sqrt(Math.max(1, known.length));
  let sum = bias;
  let most = 0;
  let because: Feature | null = null;
  for (const feature of known) {
    const weight = (weights.get(feature.name) ?? 0) * scale;
    sum += weight;
    if (weight > most && feature.to > feature.from) [most, because] = [weight, feature];
  }
  return { probability: 1 / (1 + Math.exp(-sum)), because };
}
