import { expect, test } from 'vitest';
import {
  fittingFormats,
  isForIdeas,
  isMadeFor,
  needs,
  type FormatOffered,
  type Wish,
} from '../../src/domain/fitting-formats.ts';
import { jsonOf } from '../content/read-content.ts';

const formats = jsonOf<Omit<FormatOffered, 'id'>>('formats').map(([id, rest]): FormatOffered => ({
  id,
  ...rest,
}));
const usual: Wish = { need: 'usual', due: null, people: 4, minutes: null };
const fitting = (wish: Partial<Wish>) =>
  fittingFormats(formats, { ...usual, ...wish }, ({ phases }) => phases);
const possible = (wish: Partial<Wish>): string[] =>
  fitting(wish)
    .filter(({ hindrance }) => hindrance === null)
    .map(({ format }) => format.id);

test.each<[Partial<Wish>, string[]]>([
  [{}, ['seed60', 'seed30']],
  [{ people: 2 }, ['pair40', 'seed60', 'seed30']],
  [{ due: 'first' }, ['first75', 'seed60', 'seed30']],
  [{ due: 'first', people: 2 }, ['pair40', 'first75', 'seed60', 'seed30']],
  [{ due: 'norms' }, ['review30', 'seed60', 'seed30']],
  [{ need: 'thinking' }, ['seed60', 'actionlearning60', 'seed30']],
  [{ need: 'ideas' }, ['codev45', 'consult50', 'intervision50', 'caseclinic70', 'grow45']],
  [{ need: 'ideas', people: 3 }, ['troika30', 'grow45']],
  [{ need: 'person', people: 5 }, ['balint45', 'caseclinic70', 'seed60']],
  [{ need: 'several', people: 2 }, ['pair40']],
  [{ need: 'several', people: 3 }, ['triad60', 'troika30']],
  [{ need: 'several', people: 6 }, ['seed90x2']],
  [{ need: 'nobody' }, ['keepalive20', 'review30']],
  [{ need: 'ending' }, ['closing60']],
])('%j: what can be taken, the recommended one first', (wish, ids) => {
  expect(possible(wish)).toEqual(ids);
});

test.each(needs.flatMap((need) => [2, 3, 4, 5, 6].map((people) => [need, people] as const)))(
  'for %s there is something for %i people',
  (need, people) => {
    expect(possible({ need, people })).not.toEqual([]);
  },
);

test('what does not fit the number is shown too, with the number that it is for', () => {
  const { format, hindrance } = fitting({ need: 'person', people: 3 }).at(-2)!;
  expect(format.id).toBe('balint45');
  expect(hindrance).toEqual({ kind: 'people', people: [5, 6] });
});

test('what cannot be squeezed into the time says how much it needs, and another one is offered', () => {
  const [first, ...others] = fitting({ need: 'crossroads', minutes: 30 });
  expect(first?.format.id).toBe('seed30');
  expect(others.at(-1)?.hindrance).toMatchObject({ kind: 'minutes' });
  expect(possible({ minutes: 40 })).toEqual(['seed60', 'seed30']);
  expect(possible({ minutes: 30 })).toEqual(['seed30']);
  expect(possible({ minutes: 5 })).toEqual([]);
});

test('what does where nothing that is made for a need fits is not taken for made for it', () => {
  const firstFor = (wish: Partial<Wish>) => fitting(wish)[0]!.format;
  expect(isMadeFor(firstFor({ need: 'crossroads', minutes: 40 }), 'crossroads')).toBe(false);
  expect(isMadeFor(firstFor({ need: 'crossroads' }), 'crossroads')).toBe(true);
  expect(isMadeFor(firstFor({ need: 'ideas', people: 2 }), 'ideas')).toBe(false);
  expect(isMadeFor(firstFor({ need: 'ideas', people: 3 }), 'ideas')).toBe(true);
});

test('all of them are shown to whoever asks for all', () => {
  expect(fitting({ need: 'all' })).toHaveLength(formats.length);
});

test('a format is for ideas exactly where there is a time for them', () => {
  expect(formats.filter(isForIdeas).map(({ id }) => id)).toEqual([
    'caseclinic70',
    'codev45',
    'codev90',
    'consult50',
    'intervision50',
    'sfrt45',
    'troika30',
  ]);
});
