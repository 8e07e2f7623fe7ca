import { describe, expect, expectTypeOf, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { directionOf, translator, type Messages } from '../../src/i18n/translate.ts';

const t = translator(en);

describe('a sentence', () => {
  test('is the one under its key', () => {
    expect(t('home.start')).toBe('Start a circle');
  });

  test('has its slots filled, with what a person typed left as it is', () => {
    expect(t('home.circles.next', { date: '{date} $& 3 May' })).toBe('Next: {date} $& 3 May.');
  });

  test.each([
    [0, '0 actions to come back to.'],
    [1, 'One action to come back to.'],
    [2, '2 actions to come back to.'],
    [1200, '1,200 actions to come back to.'],
  ])('of %i things is in the right number', (count, sentence) => {
    expect(t('home.circles.actions', { count })).toBe(sentence);
  });

  test('of many things uses the numbers and plurals of its language', () => {
    const polish = translator(
      {
        'home.circles.actions.one': 'jedno działanie',
        'home.circles.actions.other': '{count} działania',
      },
      'pl',
    );
    expect(polish('home.circles.actions', { count: 1 })).toBe('jedno działanie');
    expect(polish('home.circles.actions', { count: 12345 })).toBe('12\u00a0345 działania');
  });

  test('cannot be asked for without its slots, or by a key that is not there', () => {
    expectTypeOf(t<'home.circles.next'>).parameters.toEqualTypeOf<
      [key: 'home.circles.next', slots: { readonly date: string | number }]
    >();
    expectTypeOf(t<'home.circles.actions'>).parameters.toEqualTypeOf<
      [key: 'home.circles.actions', slots: { readonly count: number }]
    >();
    expectTypeOf(t<'home.start'>).parameters.toEqualTypeOf<[key: 'home.start']>();
    expectTypeOf<'home.nowhere'>().not.toExtend<Parameters<typeof t>[0]>();
  });
});

describe('the English dictionary', () => {
  const sentences: [string, string][] = Object.entries(en);

  test('has no key twice', () => {
    const areas = import.meta.glob<Record<string, object>>('../../src/i18n/en/*.ts', {
      eager: true,
    });
    const keys = Object.values(areas)
      .flatMap((area) => Object.values(area))
      .flatMap((area) => Object.keys(area));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.length).toBe(sentences.length);
  });

  test.each(sentences)('%s is calm and complete', (_key, sentence) => {
    expect(sentence.trim()).toBe(sentence);
    expect(sentence).not.toBe('');
    expect(sentence).not.toContain('!');
    expect(sentence.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  test('is the measure for every other language', () => {
    expectTypeOf(en).toExtend<Messages>();
  });
});

test.each([
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
])('%s is read %s', (locale, direction) => {
  expect(directionOf(locale)).toBe(direction);
});
