import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answerChoice, decide, put } from '../../src/document/choices.ts';
import { fixNext } from '../../src/document/next-dates.ts';
import { commit, reportBack, takeBackCommitment } from '../../src/document/commitments.ts';
import { erase, noteErasure } from '../../src/document/erasing.ts';
import { setFadeDate } from '../../src/document/fade-dates.ts';
import { fade, fadeAgain } from '../../src/document/fading.ts';
import { sayGoodbye, stayAfterAll } from '../../src/document/goodbyes.ts';
import { learn, takeBackLearning } from '../../src/document/learnings.ts';
import { join, leave, rename, sit } from '../../src/document/members.ts';
import { answer, propose, ratify } from '../../src/document/norms.ts';
import {
  ask,
  changeQuestion,
  passOver,
  questionsIn,
  takeBackPass,
} from '../../src/document/questions.ts';
import {
  attend,
  closeSession,
  reveal,
  sessionsIn,
  startSession,
  steer,
} from '../../src/document/sessions.ts';
import { setTurn } from '../../src/document/turns.ts';
import {
  agreeToSwap,
  askToSwap,
  comeAfterAll,
  sayAbsent,
  sayNotToday,
  swapsIn,
  undoSwap,
} from '../../src/document/whose-turn.ts';
import { outcomes } from '../../src/domain/commitment.ts';
import { goTo, pause, resume, startClock } from '../../src/domain/session-clock.ts';
import { contents, linkedPeers, type LinkedPeers } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const acts = [
  'join',
  'sit',
  'rename',
  'leave',
  'propose',
  'answer',
  'ratify',
  'start',
  'attend',
  'steer',
  'present',
  'reveal',
  'close',
  'ask',
  'change',
  'take back',
  'pass',
  'take back pass',
  'learn',
  'take back learning',
  'commit',
  'take back commitment',
  'report',
  'set next',
  'set fade date',
  'fade',
  'fade again',
  'put',
  'answer choice',
  'decide',
  'goodbye',
  'stay after all',
  'absent',
  'come after all',
  'not today',
  'ask to swap',
  'agree to swap',
  'undo swap',
  'erase',
] as const;

const tables = [
  'meta',
  'members',
  'sittings',
  'norms',
  'ballots',
  'ratifications',
  'sessions',
  'turns',
  'attendance',
  'questions',
  'passes',
  'learnings',
  'commitments',
  'reportBacks',
  'fadeDates',
  'faded',
  'choices',
  'choiceAnswers',
  'decisions',
  'goodbyes',
  'absences',
  'notToday',
  'swaps',
  'erasures',
] as const;

const who = fc.nat(2);
const what = fc.nat(3);
const when = fc.nat(20);
const act = fc.record({ do: fc.constantFrom(...acts), who, what, when });
const delivery = fc.record({ do: fc.constant('deliver' as const), n: fc.nat(50) });
const again = fc.record({ do: fc.constant('deliver again' as const), n: fc.nat(50) });
const garbage = fc.record({
  do: fc.constant('garbage' as const),
  who,
  what,
  table: fc.constantFrom(...tables),
  value: fc.json().map((text): unknown => JSON.parse(text)),
  isRecord: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** One act of one peer, on things that the others may be changing at the same moment. */
function perform({ peers }: LinkedPeers, { do: does, who, what, when }: Act): void {
  const peer = peers[who]!;
  const me = `m${who}`;
  const session = `s${what % 2}`;
  const mine = `${who}-${what}`;
  const any = `${(who + what) % 3}-${what}`;
  const clock = startClock(record.shortPlan, when);
  switch (does) {
    case 'join':
      return join(peer, record.member(me, { joinedAt: when }));
    case 'sit':
      return sit(peer, { member: `m${what}`, device: `d${who}`, at: when });
    case 'rename':
      return rename(peer, `m${what}`, `Name ${when}`);
    case 'leave':
      return leave(peer, `m${what}`, when % 2 ? when : null);
    case 'propose':
      return propose(peer, record.norm(mine, { status: 'proposed', proposedAt: when }));
    case 'answer':
      return answer(
        peer,
        record.ballot(any, me, when % 2 ? 'consent' : 'objection'),
        when % 3 === 0,
      );
    case 'ratify':
      return ratify(peer, { member: `m${what}`, set: 'set', at: when });
    case 'start':
      return startSession(peer, record.session(`s${who}`, { startedAt: when }), [], [session]);
    case 'attend':
      return attend(peer, record.came(`m${what}`, when, session));
    case 'steer':
      return steer(peer, session, when % 2 ? goTo(clock, what, when) : resume(clock, when), {
        steeredBy: me,
      });
    case 'present':
      return setTurn(peer, any, { presenter: me, challenge: `About ${when}` });
    case 'reveal':
      return reveal(peer, session, when);
    case 'close':
      return closeSession(peer, session, pause(clock, when), when);
    case 'ask':
      return ask(peer, record.question(me, what, when, { id: mine }));
    case 'change':
      return changeQuestion(peer, any, { text: `What ${when}?`, changedAt: when });
    case 'take back':
      return changeQuestion(peer, any, { text: '', takenBack: true });
    case 'pass':
      return passOver(peer, record.pass(`m${what}`, when % 3, when, me));
    case 'take back pass':
      return takeBackPass(peer, record.pass(`m${what}`, when % 3, when));
    case 'learn':
      return learn(peer, { session, member: me, text: `I ${when}`, at: when, changedAt: null });
    case 'take back learning':
      return takeBackLearning(peer, session, me);
    case 'commit':
      return commit(peer, record.commitment(mine, { madeAt: when }));
    case 'take back commitment':
      return takeBackCommitment(peer, any);
    case 'report':
      return reportBack(peer, record.report(any, session, outcomes[when % outcomes.length]!));
    case 'set next':
      return fixNext(
        peer,
        when % 2
          ? { at: when, zone: 'Europe/Berlin', presenter: null, host: null, backup: null }
          : null,
        { id: mine, by: me, fixedAt: when },
      );
    case 'set fade date':
      return setFadeDate(peer, { session, on: when % 3 ? when : null, by: me, at: when });
    case 'fade':
      return fade(peer, { session, at: when, by: me });
    case 'fade again':
      return void fadeAgain(peer);
    case 'put':
      return put(peer, record.choice(mine, { session, by: me, at: when }));
    case 'answer choice':
      return answerChoice(peer, record.says(any, me, when % 2 ? 'yes' : 'objection'));
    case 'decide':
      return decide(peer, record.decision(session, { choice: any, by: me, at: when }));
    case 'goodbye':
      return sayGoodbye(peer, { member: me, session: when % 2 ? session : '', at: when });
    case 'stay after all':
      return stayAfterAll(peer, { member: me, session: '' });
    case 'absent':
      return sayAbsent(peer, { meeting: what, member: me, at: when });
    case 'come after all':
      return comeAfterAll(peer, { meeting: what, member: me });
    case 'not today':
      return sayNotToday(peer, {
        session,
        member: me,
        what: when % 2 ? 'roles' : 'presenting',
        at: when,
      });
    case 'ask to swap':
      return askToSwap(peer, record.swap(mine, { session, from: 'ben', to: me, role: 'steward' }));
    case 'agree to swap':
    case 'undo swap': {
      const swap = swapsIn(peer).all()[what];
      const held = sessionsIn(peer)
        .all()
        .find(({ id }) => id === swap?.session);
      if (!swap || !held) return;
      return does === 'undo swap'
        ? undoSwap(peer, swap, held, [], { by: me, at: when })
        : agreeToSwap(peer, swap, held, [], when);
    }
    case 'erase':
      noteErasure(peer, { member: me, device: `d${who}`, at: when });
      return void (when % 4 === 0 && erase(peer, when % 3 ? 'norms' : 'commitments'));
  }
}

test('peers that have heard everything agree, whatever the order, and whoever sends garbage', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(act, delivery, again, garbage), { maxLength: 60 }), (steps) => {
      const net = linkedPeers(3);
      for (const step of steps) {
        if (step.do === 'deliver') net.deliver(step.n);
        else if (step.do === 'deliver again') net.deliver(step.n, { twice: true });
        else if (step.do === 'garbage') {
          const value = step.isRecord ? new Y.Map(Object.entries(Object(step.value))) : step.value;
          net.peers[step.who]!.doc.getMap(step.table).set(`${step.who}-${step.what}`, value);
        } else perform(net, step);
      }
      net.deliverAll();
      const [first, ...rest] = net.peers.map(contents);
      for (const other of rest) expect(other).toEqual(first);
    }),
    { numRuns: 300 },
  );
});

test('a message that comes twice is heard once', () => {
  const net = linkedPeers(2);
  ask(net.peers[0]!, record.question('ana', 0, 1));
  net.deliver(0, { twice: true });
  net.deliverAll();
  expect(net.waiting()).toBe(0);
  expect(questionsIn(net.peers[1]!).all()).toHaveLength(1);
});
