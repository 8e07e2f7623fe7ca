import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerFirst, type Hearer } from '../../src/sync/answer-first.ts';
import { framesOf, type Frame } from '../../src/sync/frames.ts';

class Page implements Hearer {
  heardAt = -Infinity;
  readonly got: number[] = [];

  send([frame]: readonly Frame[]): void {
    this.got.push(frame?.[1] ?? -1);
  }

  speaks(): void {
    this.heardAt = performance.now();
  }
}

const word = (number: number): Frame[] => framesOf(Uint8Array.of(number));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what a page says', () => {
  test('goes to all at once when nobody has spoken', () => {
    const [ana, ben] = [new Page(), new Page()];
    new AnswerFirst(() => false).send([ana, ben], word(1));
    expect([ana.got, ben.got]).toEqual([[1], [1]]);
  });

  test('goes first to who has just spoken, and to the others a moment later', () => {
    const [ana, ben] = [new Page(), new Page()];
    const outbox = new AnswerFirst(() => false);
    ben.speaks();
    outbox.send([ana, ben], word(1));
    expect([ana.got, ben.got]).toEqual([[], [1]]);
    vi.runAllTimers();
    expect([ana.got, ben.got]).toEqual([[1], [1]]);
  });

  test('waits for nothing on a page that nobody sees', () => {
    const [ana, ben] = [new Page(), new Page()];
    ben.speaks();
    new AnswerFirst(() => true).send([ana, ben], word(1));
    expect(ana.got).toEqual([1]);
  });

  test('is sent at once when the page goes', () => {
    const [ana, ben] = [new Page(), new Page()];
    const outbox = new AnswerFirst(() => false);
    ben.speaks();
    outbox.send([ana, ben], word(1));
    outbox.flush();
    expect(ana.got).toEqual([1]);
    vi.runAllTimers();
    expect(ana.got).toEqual([1]);
  });

  test('reaches every page once and in its order, whoever speaks in between', () => {
    const step = fc.oneof(
      fc.record({ speaks: fc.nat(2) }),
      fc.record({ waits: fc.nat(8) }),
      fc.record({ says: fc.constant(true) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const pages = [new Page(), new Page(), new Page()];
        const outbox = new AnswerFirst(() => false);
        let said = 0;
        for (const each of steps) {
          if ('speaks' in each) pages[each.speaks]?.speaks();
          else if ('waits' in each) vi.advanceTimersByTime(each.waits);
          else outbox.send(pages, word((said += 1)));
        }
        vi.runAllTimers();
        const all = Array.from({ length: said }, (_, i) => i + 1);
        for (const page of pages) expect(page.got).toEqual(all);
      }),
    );
  });
});
