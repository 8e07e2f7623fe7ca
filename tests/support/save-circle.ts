// Writes a circle as this version saves it: `node tests/support/save-circle.ts > tests/document/fixtures/schema-1.json`.
// A fixture that has been released is never written again: later versions must read it as it is.
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { normSetFingerprint } from '../../src/document/norm-set.ts';
import { CURRENT_SCHEMA } from '../../src/document/schema-version.ts';
import { foundCircle } from '../../src/document/about.ts';
import { fixNext } from '../../src/document/next-dates.ts';
import { join, sit } from '../../src/document/members.ts';
import { answer, normsIn, propose, ratify } from '../../src/document/norms.ts';
import { attend, closeSession, reveal, startSession } from '../../src/document/sessions.ts';
import { setTurn } from '../../src/document/turns.ts';
import { ask, passOver } from '../../src/document/questions.ts';
import { learn } from '../../src/document/learnings.ts';
import { commit, reportBack } from '../../src/document/commitments.ts';
import { contents } from './linked-peers.ts';
import * as record from './records.ts';

const circle = new CircleDocument();
foundCircle(circle, 'Tuesday circle', 'https://call.example/tuesday');
fixNext(
  circle,
  {
    at: 1_800_000_000_000,
    zone: 'Europe/Berlin',
    presenter: 'ben',
    host: null,
    backup: null,
  },
  { id: 'd1', by: 'ana', fixedAt: 1 },
);
join(circle, record.member('ana', { name: 'Ana', joinedAt: 1 }));
join(circle, record.member('ben', { name: 'بن', joinedAt: 2, colour: 2 }));
sit(circle, { member: 'ana', device: 'phone', at: 1 });
propose(circle, record.norm('n1', { status: 'proposed', text: 'What is said here stays here.' }));
answer(circle, record.ballot('n1', 'ana', 'consent'), false);
answer(circle, record.ballot('n1', 'ben', 'consent'), true);
ratify(circle, { member: 'ana', set: normSetFingerprint(normsIn(circle).all()), at: 3 });
startSession(circle, record.session('s1', { startedAt: 4 }), [record.turn('t1')], []);
attend(circle, record.came('ana', 5));
attend(circle, record.came('ben', 6));
setTurn(circle, 't1', { challenge: 'A supplier is late', focus: 'What do I want?' });
ask(circle, record.question('ben', 0, 7, { id: 'q1', text: 'What matters most here?' }));
passOver(circle, record.pass('ben', 1, 8));
reveal(circle, 's1', 9);
learn(circle, { session: 's1', member: 'ben', text: 'I hurry', at: 10, changedAt: null });
commit(circle, record.commitment('c1', { madeAt: 11, by: '2026-12-03', confidence: 8 }));
closeSession(circle, 's1', record.session('s1').clock, 12);
reportBack(circle, { ...record.report('c1', 's2', 'partly'), learned: 'Ask early', at: 13 });

const update = Buffer.from(Y.encodeStateAsUpdate(circle.doc)).toString('base64');
console.log(
  JSON.stringify({ schema: CURRENT_SCHEMA, update, contents: contents(circle) }, null, 2),
);
