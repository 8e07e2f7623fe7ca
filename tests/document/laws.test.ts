import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { commit } from '../../src/document/commitments.ts';
import { compacted } from '../../src/document/compact.ts';
import { fade } from '../../src/document/fading.ts';
import { join } from '../../src/document/members.ts';
import { propose } from '../../src/document/norms.ts';
import { ask, passOver } from '../../src/document/questions.ts';
import { startSession } from '../../src/document/sessions.ts';
import { contents } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const when = fc.nat(20);
const who = fc.constantFrom('ana', 'ben', 'cem');
const which = fc.constantFrom('s1', 's2');
const act = fc.record({ who, which, when, what: fc.nat(5) });
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** One act of one member; each id is made by one device only, as in the product. */
function perform(circle: CircleDocument, { who, which, when, what }: Act, device: string): void {
  const id = `${device}-${who}-${when}`;
  const turn = `turn of ${which}`;
  [
    () => join(circle, record.member(who, { joinedAt: when })),
    () =>
      startSession(
        circle,
        record.session(which, { startedAt: when, closedAt: when }),
        [record.turn(turn, { session: which })],
        [],
      ),
    () => ask(circle, record.question(who, 0, when, { id, turn, text: 'What holds?' })),
    () => passOver(circle, record.pass(who, 0, when)),
    () => commit(circle, record.commitment(id, { session: which, madeAt: when })),
    () => propose(circle, record.norm(id, { proposedBy: who })),
  ][what]!();
}

const historyOf = (circle: CircleDocument): Uint8Array[] => {
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  return updates;
};

const merge = (...circles: CircleDocument[]): CircleDocument =>
  new CircleDocument(circles.map(({ doc }) => Y.encodeStateAsUpdate(doc)));

test('folding the log changes nothing that can be read, and may come before or after others’ changes', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.nat(25), (acts, cut) => {
      const [ana, ben] = [new CircleDocument(), new CircleDocument()];
      const updates = historyOf(ana);
      acts.forEach((one, at) => perform(at < cut ? ana : ben, one, at < cut ? 'd1' : 'd2'));
      const other = Y.encodeStateAsUpdate(ben.doc);
      const whole = contents(merge(ana, ben));
      expect(contents(new CircleDocument([compacted(updates), other]))).toEqual(whole);
      expect(contents(new CircleDocument([compacted([...updates, other])]))).toEqual(whole);
    }),
    { numRuns: 15 },
  );
});

test('two devices that let a session fade at once end as one that did it alone', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), when, (acts, at) => {
      const before = new CircleDocument();
      for (const one of acts) perform(before, one, 'd1');
      const alone = merge(before);
      const [ana, ben] = [merge(before), merge(before)];
      const mark = { session: 's1', at, by: 'ana' };
      for (const circle of [alone, ana, ben]) fade(circle, mark);
      expect(contents(merge(ana, ben))).toEqual(contents(alone));
      expect(contents(merge(ben, ana))).toEqual(contents(alone));
    }),
    { numRuns: 15 },
  );
});
