import { describe, expect, test } from 'vitest';
import { LivingBoard } from '../../src/board/living-board.svelte.ts';
import { focusesIn } from '../../src/document/focuses.ts';
import { fade } from '../../src/document/fading.ts';
import { normsIn } from '../../src/document/norms.ts';
import { raisedCardsIn } from '../../src/document/raised-cards.ts';
import { norm } from '../support/records.ts';
import { sessionPages } from '../support/session-pages.ts';

/** A circle with two norms in force, in a session. */
function circle(...names: string[]) {
  const all = sessionPages(...names);
  const document = all.boards[0]!.document;
  document.write(() => {
    normsIn(document).put(norm('n1', { decidedAt: 1 }));
    normsIn(document).put(norm('n2', { proposedAt: 1, decidedAt: 1 }));
  });
  const meet = () => {
    const sessions = all.meet('seed60');
    return { sessions, living: sessions.map((session) => new LivingBoard(session)) };
  };
  return { ...all, ...meet(), meet };
}
const agreed = (all: ReturnType<typeof circle>, n: number) => all.boards[0]!.norms.agreed[n]!;

describe('the norm for today', () => {
  test('is picked in turns, whoever taps', () => {
    const all = circle('ana', 'ben');
    expect(all.living.map(({ picker }) => picker)).toEqual(['ana', 'ana']);
    all.living[1]!.pick(agreed(all, 1));
    all.net.deliverAll();
    expect(all.living.map(({ focus, picker }) => [focus?.id, picker])).toEqual([
      ['n2', 'ana'],
      ['n2', 'ana'],
    ]);
    all.sessions[0]!.close();
    all.net.deliverAll();
    for (const { time } of all.pages) time.now += 100;
    const { living } = all.meet();
    expect(living.map(({ focus, picker }) => [focus, picker])).toEqual([
      [null, 'ben'],
      [null, 'ben'],
    ]);
  });

  test('is the same on both screens when two pick at once, and follows a change of words', () => {
    const all = circle('ana', 'ben');
    all.living[0]!.pick(agreed(all, 0));
    all.living[1]!.pick(agreed(all, 1));
    all.net.deliverAll();
    const [one, other] = all.living.map(({ focus }) => focus?.id);
    expect(one).toBe(other);
    const document = all.boards[0]!.document;
    document.write(() => {
      normsIn(document).patch(one!, { status: 'retired', retiredAt: 9 });
      normsIn(document).put(norm('n3', { amends: one!, decidedAt: 9 }));
    });
    all.net.deliverAll();
    expect(all.living.map(({ focus }) => focus?.id)).toEqual(['n3', 'n3']);
    document.write(() => normsIn(document).patch('n3', { status: 'retired' }));
    all.net.deliverAll();
    expect(all.living[1]!.focus).toBeNull();
  });

  test('keeps what a newer version said of it', () => {
    const all = circle('ana');
    const { document } = all.boards[0]!;
    const { id } = all.sessions[0]!;
    const row = { session: id, norm: 'n1', member: 'ana', at: 1, why: 'a new field' };
    document.doc.getMap('focuses').set(id, row);
    all.living[0]!.pick(agreed(all, 1));
    expect(document.doc.getMap('focuses').get(id)).toMatchObject({
      norm: 'n2',
      why: 'a new field',
    });
    expect(focusesIn(document).all()).toHaveLength(1);
  });
});

describe('a norm card', () => {
  test('comes up on all screens, bears no name, and anyone puts it down', () => {
    const all = circle('ana', 'ben');
    all.living[0]!.raise(agreed(all, 0));
    all.net.deliverAll();
    expect(all.living.map(({ raised }) => raised?.id)).toEqual(['n1', 'n1']);
    expect([...all.boards[1]!.document.doc.getMap('raisedCards').values()]).toEqual([
      { session: all.sessions[0]!.id, norm: 'n1', at: expect.any(Number) },
    ]);
    all.living[1]!.putDown();
    all.net.deliverAll();
    expect(all.living.map(({ raised }) => raised)).toEqual([null, null]);
  });

  test('is not lost when another one is put down at the same moment', () => {
    const all = circle('ana', 'ben');
    all.living[0]!.raise(agreed(all, 0));
    all.net.deliverAll();
    all.pages[0]!.time.now += 10;
    all.living[0]!.raise(agreed(all, 1));
    all.living[1]!.putDown();
    all.net.deliverAll();
    expect(all.living.map(({ raised }) => raised?.id)).toEqual(['n2', 'n2']);
    all.living[1]!.raise(agreed(all, 1));
    all.living[0]!.raise(agreed(all, 1));
    all.net.deliverAll();
    expect(raisedCardsIn(all.boards[0]!.document).all()).toHaveLength(1);
  });

  test('goes down when the session goes on or closes, and not at a pause', () => {
    const all = circle('ana', 'ben');
    all.living[0]!.raise(agreed(all, 0));
    all.sessions[1]!.pause();
    all.net.deliverAll();
    expect(all.living[1]!.raised?.id).toBe('n1');
    all.sessions[1]!.goTo(1);
    all.net.deliverAll();
    expect(all.living[0]!.raised).toBeNull();
    all.living[0]!.raise(agreed(all, 0));
    all.sessions[0]!.close();
    all.net.deliverAll();
    expect(raisedCardsIn(all.boards[1]!.document).all()).toEqual([]);
  });

  test('fades with its session, should an older version have left it up', () => {
    const all = circle('ana');
    all.living[0]!.raise(agreed(all, 0));
    fade(all.boards[0]!.document, { session: all.sessions[0]!.id, at: 9 } as never);
    expect(all.boards[0]!.document.doc.getMap('raisedCards').size).toBe(0);
  });

  test('of a norm that nobody knows, or that was let go, is not shown', () => {
    const all = circle('ana');
    all.living[0]!.raise(norm('stranger'));
    expect(all.living[0]!.raised).toBeNull();
  });
});

test('a norm is asked about again when its two sessions are over, once', () => {
  const all = circle('ana', 'ben');
  const { document } = all.boards[0]!;
  document.write(() =>
    normsIn(document).patch('n1', { status: 'trial', trialSessions: 2, decidedAt: 1 }),
  );
  const over = (): (string | undefined)[] => {
    for (const { time } of all.pages) time.now += 100;
    const { sessions, living } = all.meet();
    const ids = living.map(({ trialsOver }) => trialsOver[0]?.id);
    sessions[0]!.close();
    all.net.deliverAll();
    return ids;
  };
  all.sessions[0]!.close();
  all.net.deliverAll();
  expect(over()).toEqual([undefined, undefined]);
  expect(over()).toEqual(['n1', 'n1']);
  document.write(() => normsIn(document).put(norm('n9', { status: 'proposed', amends: 'n1' })));
  expect(over()).toEqual([undefined, undefined]);
});
