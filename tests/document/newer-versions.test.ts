import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { answer } from '../../src/document/norms.ts';
import { sessionsIn, startSession, steer } from '../../src/document/sessions.ts';
import { goTo } from '../../src/domain/session-clock.ts';
import { session } from '../support/records.ts';

const raw = (document: CircleDocument, table: string, id: string): unknown => {
  const value = document.doc.getMap(table).get(id);
  return value instanceof Y.Map ? value.toJSON() : value;
};

test('what a newer version added to a plain row survives a write of this one', () => {
  const document = new CircleDocument();
  const ballot = { norm: 'n1', member: 'ana', stance: 'consent', reason: '', at: 1 } as const;
  document.doc.getMap('ballots').set('n1:ana', { ...ballot, weight: 7 });
  answer(document, { ...ballot, stance: 'objection' }, false);
  expect(raw(document, 'ballots', 'n1:ana')).toMatchObject({ stance: 'objection', weight: 7 });
});

test('what a newer version added to the clock of a session survives a step', () => {
  const document = new CircleDocument();
  const s1 = session('s1');
  startSession(document, s1, [], []);
  const record = document.doc.getMap('sessions').get('s1') as Y.Map<unknown>;
  record.set('clock', { ...s1.clock, round: 3 });
  steer(document, 's1', goTo(s1.clock, 1, 5), { steeredBy: 'ben' });
  expect(raw(document, 'sessions', 's1')).toMatchObject({ clock: { step: 1, round: 3 } });
});

test('a session with a phase that only a newer version knows can be joined all the same', () => {
  const document = new CircleDocument();
  startSession(document, session('s1'), [], []);
  const record = document.doc.getMap('sessions').get('s1') as Y.Map<unknown>;
  const plan = record.get('plan') as object[];
  record.set('plan', [{ ...plan[0], phase: 'walk-outside' }, ...plan.slice(1)]);
  expect(sessionsIn(document).all()[0]?.plan[0]?.phase).toBe('unknown');
});
