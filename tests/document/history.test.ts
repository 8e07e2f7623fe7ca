import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboutOf, nameCircle } from '../../src/document/about.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { folded, scratched } from '../../src/document/compact.ts';

/** Five questions of one device, each an update that builds on the one before. */
function history(): Uint8Array[] {
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  for (const name of ['one', 'two', 'three', 'four', 'five']) nameCircle(circle, name);
  return updates;
}

test.each([
  ['noise', new Uint8Array([7, 7, 7, 7])],
  ['nothing', new Uint8Array()],
  ['half an update', history()[0]!.slice(0, 9)],
])('a row of %s is left out, and the circle opens with the rest', (_what, broken) => {
  const circle = new CircleDocument([broken, ...history()]);
  expect([aboutOf(circle).name, circle.unreadable]).toEqual(['five', 1]);
});

test('what builds on a row that is lost comes back when another brings that row', () => {
  const updates = history();
  const circle = new CircleDocument([updates[0]!, new Uint8Array([1]), ...updates.slice(2)]);
  expect([aboutOf(circle).name, circle.unreadable]).toEqual(['one', 1]);
  const mended = new CircleDocument([...updates.slice(2), updates[0]!, updates[1]!]);
  expect([aboutOf(mended).name, mended.unreadable]).toEqual(['five', 0]);
});

test('bytes with which a circle would never open again are no circle', () => {
  const NOTHING_LONG = [0, 0];
  const poison = Uint8Array.of(1, 1, 7, 0, ...NOTHING_LONG, 0);
  expect(scratched(poison)).toBeNull();
});

test('folding leaves an unreadable row alone, and keeps all others', async () => {
  const broken = new Uint8Array([7, 7, 7, 7]);
  const { bytes, unreadable } = await folded([broken, ...history()]);
  expect([...unreadable]).toEqual([broken]);
  expect(aboutOf(new CircleDocument([bytes])).name).toBe('five');
});

test('whatever happens to the bytes of a row, the circle opens and can be written', () => {
  const [first, second, ...rest] = history();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(first!.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.nat(first!.length),
      (changes, length) => {
        const row = Uint8Array.from(second!);
        for (const [at, byte] of changes) row[at % row.length] = byte;
        const circle = new CircleDocument([first!, row.slice(0, length), ...rest]);
        nameCircle(circle, 'After');
        expect(aboutOf(circle).name).toBe('After');
      },
    ),
    { numRuns: 60 },
  );
});
