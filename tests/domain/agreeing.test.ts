import { describe, expect, test } from 'vitest';
import { cardsOf, chosenOf, mayDrop, readersOf, type Star } from '../../src/domain/agreeing.ts';
import type { Norm } from '../../src/domain/norm.ts';
import { norm } from '../support/records.ts';

const wish = (id: string, by: string, fields: Partial<Norm> = {}): Norm =>
  norm(id, { status: 'proposed', proposedBy: by, proposedAt: Number(id.slice(1)), ...fields });
const star = (member: string, norm: string | null): Star => ({ member, norm, at: 0 });
const shown = (norms: readonly Norm[], stars: readonly Star[] = []) =>
  cardsOf(norms, stars).map(({ norm: { id }, picks, all }) => [id, picks, all.length]);

describe('wishes are one card', () => {
  test.each<[how: string, norms: Norm[], cards: unknown[]]>([
    [
      'that are the same norm of the library',
      [wish('n1', 'ana', { template: 'co1' }), wish('n2', 'ben', { template: 'co1' })],
      [['n1', 2, 2]],
    ],
    [
      'in the same words, but for capitals and marks',
      [wish('n1', 'ana', { text: 'We laugh.' }), wish('n2', 'ben', { text: 'we  laugh' })],
      [['n1', 2, 2]],
    ],
    [
      'that a person has put together',
      [wish('n1', 'ana'), wish('n2', 'ben', { sameAs: 'n1' })],
      [['n1', 2, 2]],
    ],
    [
      'although two put them together the other way round at once',
      [wish('n1', 'ana', { sameAs: 'n2' }), wish('n2', 'ben', { sameAs: 'n1' })],
      [['n1', 2, 2]],
    ],
    [
      'with a new wording, which is the one that counts and nobody’s wish',
      [wish('n1', 'ana'), wish('n2', 'ben', { amends: 'n1' })],
      [['n2', 1, 2]],
    ],
    [
      'with the newest of two new wordings',
      [wish('n1', 'ana'), wish('n2', 'ben', { amends: 'n1' }), wish('n3', 'cem', { amends: 'n1' })],
      [['n3', 1, 3]],
    ],
    [
      'once for each member',
      [wish('n1', 'ana', { template: 'co1' }), wish('n2', 'ana', { template: 'co1' })],
      [['n1', 1, 2]],
    ],
    [
      'only while they are open, and the one most wished comes first',
      [
        wish('n1', 'ana'),
        wish('n2', 'ana', { template: 'vo1' }),
        wish('n3', 'ben', { template: 'vo1' }),
        wish('n4', 'ben', { status: 'retired' }),
      ],
      [
        ['n2', 2, 2],
        ['n1', 1, 1],
      ],
    ],
    [
      'never with the wish to let the same norm go',
      [
        wish('n1', 'ana', { text: 'We laugh.' }),
        wish('n2', 'ben', { text: 'We laugh.', retires: true }),
      ],
      [
        ['n1', 1, 1],
        ['n2', 1, 1],
      ],
    ],
  ])('%s', (_how, norms, cards) => {
    expect(shown(norms)).toEqual(cards);
    expect(shown([...norms].reverse())).toEqual(cards);
  });
});

describe('a star', () => {
  const nine = Array.from({ length: 9 }, (_, at) => wish(`n${at + 1}`, 'ana'));

  test('brings the last of nine wishes among the seven', () => {
    const { chosen, waiting } = chosenOf(cardsOf(nine, [star('ben', 'n9')]), 0);
    expect(chosen.map(({ norm: { id } }) => id)).toContain('n9');
    expect([chosen.length, waiting.length]).toEqual([7, 2]);
  });

  test('finds room even where seven are in force', () => {
    const { chosen } = chosenOf(cardsOf(nine, [star('ben', 'n9')]), 7);
    expect(chosen.map(({ norm: { id } }) => id)).toEqual(['n9']);
  });

  test('of two on one norm stays until both have taken it back', () => {
    const of = (...stars: Star[]) => cardsOf(nine, stars).find(({ norm: { id } }) => id === 'n3')!;
    expect(mayDrop(of(star('ana', 'n3'), star('ben', 'n3')), 'ana')).toBe(false);
    expect(mayDrop(of(star('ana', 'n3'), star('ben', null)), 'ana')).toBe(true);
    expect(mayDrop(of(star('ana', 'n3')), 'cem')).toBe(false);
    expect(mayDrop(of(), 'cem')).toBe(true);
  });

  test('goes along with a new wording', () => {
    const cards = cardsOf([...nine, wish('n10', 'cem', { amends: 'n3' })], [star('ben', 'n3')]);
    expect(cards.find(({ norm: { id } }) => id === 'n10')?.starredBy).toEqual(['ben']);
  });
});

test('as many are asked about as seven leave room for', () => {
  const cards = cardsOf([wish('n1', 'ana'), wish('n2', 'ana'), wish('n3', 'ana')], []);
  expect(chosenOf(cards, 5).chosen).toHaveLength(2);
  expect(chosenOf(cards, 9).chosen).toHaveLength(0);
});

test('norms are read aloud round and round', () => {
  const norms = ['n1', 'n2', 'n3'].map((id) => norm(id));
  expect([...readersOf(norms, ['ana', 'ben'])]).toEqual([
    ['n1', 'ana'],
    ['n2', 'ben'],
    ['n3', 'ana'],
  ]);
  expect(readersOf(norms, []).size).toBe(0);
});
