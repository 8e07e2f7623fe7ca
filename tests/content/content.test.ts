import { expect, test } from 'vitest';
import { phases, type PlannedPhase } from '../../src/domain/format.ts';
import { hasPresenter } from '../../src/domain/session.ts';
import { levels } from '../../src/domain/practice/exercise.ts';
import { filesOf, jsonOf, wordsIn } from './read-content.ts';

interface Plan {
  phases: PlannedPhase[];
}
interface Role {
  you: string;
  how: string;
}
interface PhaseWords {
  now: string;
  presenter: Role;
  coach: Role;
  aloud: string;
  ifStuck: string;
  nobody?: Role & { now: string; aloud: string; ifStuck: string };
}
interface Case {
  presenter: string;
  coaches: string[];
  questions: { by: string }[];
  learnings: { by: string }[];
}

const formats = jsonOf<Plan>('formats');
const formatWords = jsonOf<{ name: string; note: string }>('format-words/en');
const phaseWords = jsonOf<PhaseWords>('phases/en');
const cases = jsonOf<Case>('cases/en');
const bank = jsonOf<{ order: number; questions: string[] }>('questions/en');
const guides = filesOf('guides/en');
const guideIds = guides.map(({ id }) => id);

test.each(formats)('the minutes of %s add up to its name', (id, { phases: plan }) => {
  const named = /^[a-z]+(\d+)(x2)?$/.exec(id)?.[1];
  expect(plan.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Number(named));
});

test('the twenty formats are there, each with a name of its own and one line of what it is like', () => {
  expect(formats).toHaveLength(20);
  expect(formatWords.map(([id]) => id)).toEqual(formats.map(([id]) => id));
  expect(new Set(formatWords.map(([, { name }]) => name)).size).toBe(formats.length);
  for (const [id, { name, note }] of formatWords) {
    expect(wordsIn(name), id).toBeLessThanOrEqual(6);
    expect(wordsIn(note), id).toBeLessThanOrEqual(16);
  }
});

test.each(formats)('%s begins with arriving and ends with a close', (_id, { phases: plan }) => {
  expect(plan[0]?.phase).toBe('arrive');
  expect(plan.at(-1)?.phase).toBe('close');
  expect(plan.map(({ phase }) => phase)).not.toContain('unknown');
});

test('where nobody presents, no words name a presenter', () => {
  const words = new Map(phaseWords);
  const without = formats.filter(([, { phases: plan }]) => !hasPresenter(plan));
  expect(without.map(([id]) => id)).toEqual(['closing60', 'keepalive20', 'review30']);
  for (const { phase } of without.flatMap(([, { phases: plan }]) => plan)) {
    const { nobody, now, coach, aloud, ifStuck } = words.get(phase) ?? {};
    // Nothing is read aloud from the screen in the close.
    const read = nobody ?? { now, coach, ...(phase === 'close' ? {} : { aloud, ifStuck }) };
    expect(JSON.stringify(read), phase).not.toContain('{presenter}');
  }
});

test('every phase has words, and no words lack a phase', () => {
  expect(phaseWords.map(([id]) => id)).toEqual([...phases].sort());
});

test.each(phaseWords)('the words of %s can be taken in at a glance', (_id, words) => {
  for (const { you, how } of [words.presenter, words.coach, words.nobody ?? words.coach]) {
    expect(wordsIn(you)).toBeLessThanOrEqual(5);
    expect(wordsIn(how)).toBeLessThanOrEqual(18);
  }
  for (const { now, aloud } of [words, words.nobody ?? words]) {
    expect(wordsIn(now)).toBeLessThanOrEqual(7);
    expect(wordsIn(aloud)).toBeLessThanOrEqual(25);
  }
});

test.each(phaseWords)(
  'the only slot in %s is the presenter, never told to the presenter',
  (_, w) => {
    expect(JSON.stringify(w).replaceAll('{presenter}', '')).not.toMatch(/\{\w+\}/);
    expect(JSON.stringify([w.presenter, w.nobody])).not.toContain('{presenter}');
  },
);

test.each(cases)('in the case %s everybody who speaks is in the circle', (_id, story) => {
  expect(new Set(story.questions.map(({ by }) => by))).toEqual(new Set(story.coaches));
  expect(story.learnings.map(({ by }) => by)).toEqual([...story.coaches, story.presenter]);
});

test('the twenty-one guides are there, each at a place of its own in the list', () => {
  expect(guides).toHaveLength(21);
  const orders = guides.map(({ text }) => Number(/^order: (\d+)$/m.exec(text)?.[1]));
  expect(orders.sort((one, other) => one - other)).toEqual(guides.map((_, place) => place + 1));
});

test.each(guides)('the guide $id can be read in the minutes that it names', ({ text }) => {
  const [, head = '', body = ''] = text.split(/^---$/m);
  const minutes = Number(/^minutes: (\d)$/m.exec(head)?.[1]);
  const words = wordsIn(body);
  expect(words).toBeGreaterThan(300);
  expect(words).toBeLessThanOrEqual(Math.min(950, minutes * 230));
});

test.each(guides)('the guide $id shows something and leads only where something is', ({ text }) => {
  expect(text).toMatch(/<figure class="(pair|drawing)"/);
  const next = [...text.matchAll(/^ {4}href: (\S+)$/gm)].map(([, href]) => href);
  const inText = [...text.matchAll(/\]\(\.\.\/(\S+?)\)/g)].map(
    ([, path = '']) => new URL(`../${path}`, 'https://site/guides/here/').pathname,
  );
  const places = [
    '/circle/#new',
    '/circle/#try',
    '/questions/',
    '/norms/',
    '/trust/',
    '/practice/',
    '/practice/conversations/',
    ...levels.map((level) => `/practice/${level}/`),
    ...guideIds.map((id) => `/guides/${id}/`),
  ];
  expect(next.length).toBeGreaterThan(0);
  expect(places).toEqual(expect.arrayContaining([...next, ...inText]));
  expect(text.match(/\]\((?!\.\.\/)/)).toBeNull();
});

test('the question bank has a hundred questions and more, each once', () => {
  const all = bank.flatMap(([, { questions }]) => questions);
  expect(all.length).toBeGreaterThanOrEqual(100);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(bank.map(([, { order }]) => order)).size).toBe(bank.length);
});

test.each(bank)('every question for %s can be said in one breath', (_id, { questions }) => {
  for (const question of questions) {
    expect(question).toMatch(/^[A-Z].*\?$/);
    expect(wordsIn(question), question).toBeLessThanOrEqual(15);
  }
});

test('the steward reads the same lines on paper as on the screen', () => {
  const script = guides.find(({ id }) => id === 'steward')?.text;
  const hour = formats.find(([id]) => id === 'seed60')?.[1].phases ?? [];
  const spoken = new Map(phaseWords.map(([id, { aloud }]) => [id, aloud]));
  expect(hour.length).toBeGreaterThan(0);
  for (const { phase, minutes } of hour) {
    const line = spoken.get(phase)?.replaceAll('{presenter}', '[Name]');
    expect(script).toContain(`${minutes} min. “${line}”`);
  }
});

test.each([
  ...[
    'formats',
    'format-words/en',
    'phases/en',
    'norms/en',
    'norm-sets/en',
    'cases/en',
    'guides/en',
    'questions/en',
    'practice/en',
    'case-cards/en',
  ].flatMap((folder) => filesOf(folder).map(({ id, text }) => [`${folder}/${id}`, text] as const)),
])('%s stays calm: nothing is exclaimed, no straight quotes in what is read', (_path, text) => {
  expect(text).not.toContain('!');
  expect(text.replace(/<[^>]*>/g, '')).not.toMatch(/\w'\w|\\"/);
});
