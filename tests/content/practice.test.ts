import { expect, test } from 'vitest';
import {
  levels,
  type CaseCard,
  type Exercise,
  type ItemOf,
  type Level,
  type LevelContent,
  type PracticeLevel,
} from '../../src/domain/practice/exercise.ts';
import { jsonOf, wordsIn } from './read-content.ts';

const files = jsonOf<PracticeLevel>('practice/en');
const cards = jsonOf<Omit<CaseCard, 'id'>>('case-cards/en');
const items = files.flatMap<Exercise>(([, level]): readonly Exercise[] => level.items);

function of<One extends Level>(name: One): readonly ItemOf<One>[] {
  const level = jsonOf<LevelContent<One>>('practice/en').find(([id]) => id === name);
  return level?.[1].items ?? [];
}
const written = [...of('open'), ...of('strip'), ...of('unadvise'), ...of('verdict')];

/** Words that a reader would notice when they come back: no articles, no helpers. */
const ringing = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? []).filter((word) => word.length > 2);

const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, i) => texts.indexOf(text) !== i);

test('every level has a file of its own, and its items are at least six', () => {
  expect(files.map(([id]) => id)).toEqual([...levels].sort());
  for (const [id, { level, items: own }] of files) {
    expect(level).toBe(id);
    expect(own.length).toBeGreaterThanOrEqual(6);
  }
});

test('there are 120 exercises and 24 case cards, or more', () => {
  expect(items.length).toBeGreaterThanOrEqual(120);
  expect(cards.length).toBeGreaterThanOrEqual(24);
  for (const level of ['sort', 'open', 'back', 'strip'] as const) {
    expect(of(level).length, level).toBeGreaterThanOrEqual(12);
  }
});

test('no id, nobody and nothing said comes twice', () => {
  const scenes = [
    ...items.flatMap((item) => ('who' in item ? [item] : [])),
    ...cards.map(([, card]) => ({ who: card.who, said: card.lines.join(' ') })),
  ];
  expect(repeated(items.map(({ id }) => id))).toEqual([]);
  expect(repeated(scenes.map(({ who }) => who))).toEqual([]);
  expect(repeated(scenes.map(({ said }) => said))).toEqual([]);
  expect(repeated(cards.map(([, { field }]) => field))).toEqual([]);
  expect(repeated(cards.map(([, { title }]) => title))).toEqual([]);
});

test('no question and no sample is used twice', () => {
  const samples = written.flatMap((item) => item.samples.map(({ text }) => text));
  const asked = items.flatMap((item) => ('question' in item ? [item.question] : []));
  const ordered = of('sequence').flatMap(({ questions }) => questions.map(({ text }) => text));
  const closed = of('back').flatMap((item) => item.samples);
  expect(repeated([...samples, ...asked, ...ordered, ...closed])).toEqual([]);
});

test('what somebody says is one breath or two', () => {
  for (const item of items) {
    if ('said' in item) expect(wordsIn(item.said), item.said).toBeLessThanOrEqual(25);
  }
});

test('every sample can be said in one breath, and those of one exercise ask for different things', () => {
  for (const { id, samples } of written) {
    for (const { text } of samples) expect(wordsIn(text), text).toBeLessThanOrEqual(15);
    expect(new Set(samples.map(({ aim }) => aim)).size, id).toBe(samples.length);
    const starts = samples.map(({ text }) => text.split(' ').slice(0, 3).join(' '));
    expect(repeated(starts), id).toEqual([]);
  }
});

test('at least one sample of each exercise uses a word of whoever speaks', () => {
  for (const { id, said, samples } of written) {
    const theirs = new Set(ringing(said));
    const kept = samples.flatMap(({ text }) => ringing(text)).filter((word) => theirs.has(word));
    expect(kept, id).not.toEqual([]);
  }
});

test('samples do not all begin in the same way', () => {
  const starts = written.flatMap(({ samples }) => samples.map(({ text }) => text.split(' ', 2)));
  const what = starts.filter(([first]) => first === 'What');
  const whatDo = starts.filter((start) => start.join(' ') === 'What would');
  expect(what.length / starts.length).toBeLessThan(0.65);
  expect(whatDo.length / starts.length).toBeLessThan(0.06);
});

test('all that is cut is longer than what is promised, and no sample is', () => {
  for (const { question, mostWords, samples } of of('strip')) {
    expect(wordsIn(question)).toBeGreaterThan(mostWords);
    for (const { text } of samples) expect(wordsIn(text), text).toBeLessThanOrEqual(mostWords);
  }
});

test('one of the three moments is right for a closed question, and not always the same', () => {
  const places = of('back').map(({ moments }) => moments.findIndex(({ isRight }) => isRight));
  for (const { moments } of of('back')) {
    expect(moments.filter(({ isRight }) => isRight)).toHaveLength(1);
  }
  expect(new Set(places)).toEqual(new Set([0, 1, 2]));
});

test('what is said back is three to eight words of theirs', () => {
  for (const { said, words, samples } of of('reflect')) {
    for (const word of words) expect(said).toContain(word);
    for (const sample of samples) {
      expect(wordsIn(sample), sample).toBeGreaterThanOrEqual(3);
      expect(wordsIn(sample), sample).toBeLessThanOrEqual(8);
      const theirs = new Set(ringing(said));
      expect(ringing(sample).filter((word) => theirs.has(word)).length).toBeGreaterThanOrEqual(2);
    }
  }
});

test('the verdict stands in the question, and in no sample', () => {
  for (const { question, verdict, samples } of of('verdict')) {
    expect(question).toContain(verdict);
    for (const { text } of samples) expect(text).not.toContain(verdict);
  }
});

test('an order names each of the six once, and begins with understanding or meaning', () => {
  for (const { questions, others } of of('sequence')) {
    for (const { order } of others) {
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
      expect(order).not.toEqual([0, 1, 2, 3, 4, 5]);
      expect(order[5]).toBe(5);
    }
    expect(new Set(questions.map(({ stretch }) => stretch)).size).toBe(6);
  }
});

test('a live round is played with a card that is there', () => {
  const known = cards.map(([id]) => id);
  const used = of('live').map(({ card }) => card);
  expect(known).toEqual(expect.arrayContaining(used));
  expect(repeated(used)).toEqual([]);
});

test.each(cards)('the card %s can be read aloud in half a minute', (_id, { lines, behind }) => {
  for (const line of lines) expect(wordsIn(line), line).toBeLessThanOrEqual(22);
  expect(wordsIn(lines.join(' '))).toBeLessThanOrEqual(75);
  expect(wordsIn(behind)).toBeLessThanOrEqual(30);
});
