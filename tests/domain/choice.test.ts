import { describe, expect, test } from 'vitest';
import { consentTo, endingOf, lastDecision, onTheTable } from '../../src/domain/choice.ts';
import { erasedAmong, isErasedOn } from '../../src/domain/erasure.ts';
import * as record from '../support/records.ts';

describe('the choice on the table', () => {
  test('is the latest of the session', () => {
    const choices = [
      record.choice('a', { at: 3 }),
      record.choice('b', { at: 5 }),
      record.choice('c', { at: 9, session: 's2' }),
    ];
    expect(onTheTable(choices, 's1')?.id).toBe('b');
  });

  test('of two put at one moment is the same on every screen', () => {
    const [a, b] = [record.choice('a'), record.choice('b')];
    expect(onTheTable([a, b], 's1')).toBe(onTheTable([b, a], 's1'));
  });
});

describe('consent', () => {
  const here = ['ana', 'ben', 'chris'];
  const yes = (member: string) => record.says('x1', member, 'yes');
  const no = (member: string) => record.says('x1', member, 'objection', 'Evenings are hard');

  test.each([
    ['nobody has answered', [], false, here, 0],
    ['one is missing', [yes('ana'), yes('ben')], false, ['chris'], 0],
    ['all say yes', here.map(yes), true, [], 0],
    ['one objects', [yes('ana'), yes('ben'), no('chris')], false, [], 1],
    ['who is not here says yes', [yes('ana'), yes('ben'), yes('dan')], false, ['chris'], 0],
    ['who is not here objects', [...here.map(yes), no('dan')], true, [], 0],
    ['an answer is to another choice', [record.says('x2', 'ana', 'yes')], false, here, 0],
  ])('when %s', (_, answers, isGiven, open, objections) => {
    const consent = consentTo('x1', answers, here);
    expect(consent).toMatchObject({ isGiven, open });
    expect(consent.objections).toHaveLength(objections);
  });

  test('is not given by an empty room', () => {
    expect(consentTo('x1', [], []).isGiven).toBe(false);
  });
});

describe('an ending', () => {
  const close = record.decision('s1', { at: 10 });

  test('stands until the circle decides anew', () => {
    expect(endingOf([close])).toBe(close);
    const on = record.decision('s2', { way: 'on', at: 20 });
    expect(endingOf([on, close])).toBeNull();
    expect(lastDecision([close, on])).toBe(on);
  });

  test('tells who has erased by one of their devices, and forgets an earlier ending', () => {
    const erasures = [
      { member: 'ana', device: 'phone', at: 11 },
      { member: 'ben', device: 'laptop', at: 9 },
    ];
    expect(erasedAmong(['ana', 'ben'], erasures, close)).toEqual({
      erased: ['ana'],
      notYet: ['ben'],
    });
    expect(isErasedOn('phone', erasures, close)).toBe(true);
    expect(isErasedOn('laptop', erasures, close)).toBe(false);
    expect(isErasedOn('phone', erasures, null)).toBe(false);
  });
});
