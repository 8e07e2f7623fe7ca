import type { CircleDocument } from '../../src/document/circle-document.ts';
import { commit, reportBack } from '../../src/document/commitments.ts';
import { learn } from '../../src/document/learnings.ts';
import { ask } from '../../src/document/questions.ts';
import { attend, startSession } from '../../src/document/sessions.ts';
import { startClock } from '../../src/domain/session-clock.ts';
import { emptyTurn } from '../../src/domain/empty-turn.ts';

const plan = [
  { phase: 'arrive', minutes: 4 },
  { phase: 'contract', minutes: 4 },
  { phase: 'explore', minutes: 30 },
  { phase: 'learn', minutes: 8 },
  { phase: 'commit', minutes: 6 },
  { phase: 'close', minutes: 4 },
] as const;

const MEMBERS = 6;
const QUESTIONS = 18;
const WEEK = 7 * 86_400_000;

/** One session of six people that has ended and been kept whole: about 8 KB. */
export function fullSession(circle: CircleDocument, number: number, questions = QUESTIONS): void {
  const session = `session ${number}`;
  const turn = `turn ${number}`;
  const startedAt = 1_600_000_000_000 + number * WEEK;
  const person = (i: number): string => `member ${i % MEMBERS}`;
  startSession(
    circle,
    {
      id: session,
      format: 'seed60',
      plan,
      startedAt,
      startedBy: person(0),
      steward: person(1),
      observer: null,
      host: null,
      backup: null,
      clock: startClock(plan, startedAt),
      changed: null,
      steeredBy: person(1),
      pausedBy: null,
      revealedAt: startedAt + 3_000_000,
      closedAt: startedAt + 3_600_000,
    },
    [
      {
        ...emptyTurn,
        id: turn,
        session,
        index: 0,
        presenter: person(number),
        challenge: `The work of week ${number} does not fit into the days that it has`,
        focus: 'What do I want to say no to, and to whom do I owe that first?',
      },
    ],
    [],
  );
  for (let i = 0; i < MEMBERS; i += 1) {
    attend(circle, { session, member: person(i), at: startedAt + i });
    learn(circle, {
      session,
      member: person(i),
      text: `I noticed in week ${number} how fast I begin to solve what nobody asked me to.`,
      at: startedAt + 3_000_000,
      changedAt: null,
    });
  }
  for (let i = 0; i < questions; i += 1) {
    ask(circle, {
      id: `question ${number} ${i}`,
      turn,
      round: Math.floor(i / (MEMBERS - 1)),
      author: person(i),
      text: `What would change for number ${i} if you left that decision with them for a week?`,
      askedAt: startedAt + 600_000 + i,
      changedAt: null,
      takenBack: false,
    });
  }
  commit(circle, {
    id: `commitment ${number}`,
    session,
    owner: person(number),
    typedBy: person(number + 1),
    text: `Tell the team on Monday what I will no longer do in week ${number}`,
    by: '2026-12-03',
    firstStep: 'Write down the three things',
    tell: 'Ben',
    confidence: 7,
    kind: 'do',
    cue: 'When I open the planning',
    obstacle: '',
    plan: '',
    done: '',
    askMe: 'What did it cost you?',
    isPrivate: false,
    follows: null,
    madeAt: startedAt + 3_400_000,
    changedAt: null,
  });
  reportBack(circle, {
    commitment: `commitment ${number - 1}`,
    session,
    outcome: 'did',
    learned: 'It was easier than the week of thinking about it.',
    next: 'nothing',
    by: person(number),
    at: startedAt + 60_000,
  });
}
