// Writes a circle as this version saves it: `node tests/support/save-circle.ts > tests/document/fixtures/schema-1.json`.
// A fixture that has been released is never written again: later versions must read it as it is.
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { normSetFingerprint } from '../../src/document/norm-set.ts';
import { CURRENT_SCHEMA } from '../../src/document/schema-version.ts';
import { contents } from './linked-peers.ts';
import * as record from './records.ts';

const circle = new CircleDocument();
circle.found('Tuesday circle', 'https://call.example/tuesday');
circle.setNext({ at: 1_800_000_000_000, zone: 'Europe/Berlin', presenter: 'ben' });
circle.join(record.member('ana', { name: 'Ana', joinedAt: 1 }));
circle.join(record.member('ben', { name: 'بن', joinedAt: 2, colour: 2 }));
circle.sit({ member: 'ana', device: 'phone', at: 1 });
circle.propose(record.norm('n1', { status: 'proposed', text: 'What is said here stays here.' }));
circle.answer(record.ballot('n1', 'ana', 'consent'), false);
circle.answer(record.ballot('n1', 'ben', 'consent'), true);
circle.ratify({ member: 'ana', set: normSetFingerprint(circle.norms.all()), at: 3 });
circle.startSession(record.session('s1', { startedAt: 4 }), [record.turn('t1')], []);
circle.attend(record.came('ana', 5));
circle.attend(record.came('ben', 6));
circle.setTurn('t1', { challenge: 'A supplier is late', focus: 'What do I want?' });
circle.ask(record.question('ben', 0, 7, { id: 'q1', text: 'What matters most here?' }));
circle.pass(record.pass('ben', 1, 8));
circle.reveal('s1', 9);
circle.learn({ session: 's1', member: 'ben', text: 'I hurry', at: 10, changedAt: null });
circle.commit(record.commitment('c1', { madeAt: 11, by: '2026-12-03', confidence: 8 }));
circle.closeSession('s1', record.session('s1').clock, 12);
circle.reportBack({ ...record.report('c1', 's2', 'partly'), learned: 'Ask early', at: 13 });

const update = Buffer.from(Y.encodeStateAsUpdate(circle.doc)).toString('base64');
console.log(
  JSON.stringify({ schema: CURRENT_SCHEMA, update, contents: contents(circle) }, null, 2),
);
