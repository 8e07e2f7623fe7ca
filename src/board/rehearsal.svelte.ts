import { CircleDocument } from '../document/circle-document.ts';
import { learn } from '../document/learnings.ts';
import { join } from '../document/members.ts';
import { ask } from '../document/questions.ts';
import { attend, startSession } from '../document/sessions.ts';
import { setTurn } from '../document/turns.ts';
import { emptyTurn } from '../domain/empty-turn.ts';
import { noWords } from '../domain/commitment-words.ts';
import type { PlannedPhase } from '../domain/format.ts';
import type { MemberId } from '../domain/ids.ts';
import { colours } from '../domain/member.ts';
import { startClock } from '../domain/session-clock.ts';
import type { Link } from '../sync/link.ts';
import { CircleBoard } from './circle-board.svelte.ts';
import { CircleClock } from './circle-clock.ts';
import { commitmentsOf } from './commitments-board.svelte.ts';
import { Journal } from './journal.svelte.ts';
import { LiveLink } from './live-link.svelte.ts';
import { Private } from './private.svelte.ts';
import { SessionBoard } from './session-board.svelte.ts';
import { freshId, Writer } from './writer.svelte.ts';

/** A session with invented people, as kept in `content/cases`. */
export interface FictionalCase {
  readonly presenter: string;
  readonly coaches: readonly string[];
  readonly challenge: string;
  readonly focus: string;
  readonly story: readonly string[];
  readonly questions: readonly {
    readonly by: string;
    readonly text: string;
    readonly answer: string;
  }[];
  readonly answersToMe: readonly string[];
  readonly landed: string;
  readonly learnings: readonly { readonly by: string; readonly text: string }[];
  readonly commitment: {
    readonly text: string;
    readonly firstStep: string;
    readonly confidence: number;
  };
}

const PLAN: readonly PlannedPhase[] = [
  { phase: 'arrive', minutes: 1 },
  { phase: 'contract', minutes: 1 },
  { phase: 'present', minutes: 1 },
  { phase: 'explore', minutes: 3 },
  { phase: 'respond', minutes: 1 },
  { phase: 'learn', minutes: 1 },
  { phase: 'commit', minutes: 1 },
  { phase: 'close', minutes: 1 },
];

const ME = 'me';

/** What somebody invented says. */
export interface Line {
  readonly by: string;
  readonly text: string;
}

/** A session for one person: the stages are the real ones, the others are invented, and nothing is kept. */
export class Rehearsal {
  readonly circle: CircleBoard;
  readonly board: SessionBoard;
  readonly #case: FictionalCase;
  readonly #document = new CircleDocument();
  readonly #ids: ReadonlyMap<string, MemberId>;
  #paragraph = $state(0);

  constructor(fiction: FictionalCase, myName: string) {
    this.#case = fiction;
    const names = [fiction.presenter, ...fiction.coaches];
    this.#ids = new Map(names.map((name, i) => [name, `fictional-${i}`]));
    const clock = new CircleClock();
    const link = new LiveLink(clock);
    const now = (): number => clock.now();
    [myName, ...names].slice(0, colours.length).forEach((name, i) => {
      const id = i === 0 ? ME : this.#idOf(name);
      const colour = colours[i] ?? 1;
      join(this.#document, { id, name, joinedAt: i, colour, leftAt: null });
    });
    this.circle = new CircleBoard({
      document: this.#document,
      journal: new Journal(this.#document, null),
      mine: new Private(null, () => undefined),
      link,
      writer: new Writer(ME, ME, now),
    });
    link.attach(companyOf([...this.#ids.values()]));

    const session = {
      id: freshId(),
      format: 'rehearsal',
      plan: PLAN,
      startedAt: now(),
      startedBy: ME,
      steward: ME,
      observer: null,
      host: null,
      backup: null,
      clock: startClock(PLAN, now()),
      changed: null,
      steeredBy: null,
      pausedBy: null,
      revealedAt: null,
      closedAt: null,
    };
    const turn = {
      id: freshId(),
      session: session.id,
      index: 0,
      presenter: this.#idOf(fiction.presenter),
      ...emptyTurn,
    };
    startSession(this.#document, session, [turn], []);
    [...this.#ids.values(), ME].forEach((member, i) =>
      attend(this.#document, { session: session.id, member, at: session.startedAt + i }),
    );
    this.board = new SessionBoard(this.circle, session);
  }

  #idOf(name: string): MemberId {
    return this.#ids.get(name) ?? name;
  }

  /** What is being said now. */
  readonly line: Line | null = $derived.by(() => {
    const { presenter, challenge, focus, story, landed, commitment } = this.#case;
    const says = (text: string | undefined): Line | null => (text ? { by: presenter, text } : null);
    const { phase, turnCommitments } = this.board;
    if (phase === 'arrive') return says(challenge);
    if (phase === 'contract') return says(focus);
    if (phase === 'present') return says(story[this.#paragraph]);
    if (phase === 'explore') return says(this.#answer());
    if (phase === 'respond') return says(landed);
    if (phase === 'commit' && turnCommitments.length === 0) {
      return says(commitment.text);
    }
    return null;
  });

  #answer(): string | undefined {
    const { latest, questions } = this.board.explore;
    if (!latest) return undefined;
    if (latest.author !== ME) {
      return this.#case.questions.find(({ text }) => text === latest.text)?.answer;
    }
    const mine = questions.filter(({ author, takenBack }) => author === ME && !takenBack).length;
    const answers = this.#case.answersToMe;
    return answers[(mine - 1) % answers.length];
  }

  readonly hasMoreToSay = $derived.by(
    () => this.board.phase === 'present' && this.#paragraph < this.#case.story.length - 1,
  );

  readonly canWriteDown = $derived.by(
    () => this.board.phase === 'commit' && this.board.turnCommitments.length === 0,
  );

  /** The invented coach whose turn it is to ask. */
  readonly asks: string | null = $derived.by(() => {
    const { asking } = this.board.explore;
    if (this.board.phase !== 'explore' || asking === null || asking === ME) return null;
    return this.circle.nameOf(asking);
  });

  goOn = (): void => {
    this.#paragraph += 1;
  };

  /** Lets the coach whose turn it is ask the next question of theirs, or pass when there is none left. */
  listen = (): void => {
    const { explore, turn } = this.board;
    const member = explore.asking;
    if (!turn || member === null) return;
    const asked = new Set(explore.questions.map(({ text }) => text));
    const next = this.#case.questions.find(
      ({ by, text }) => this.#idOf(by) === member && !asked.has(text),
    );
    if (!next) return explore.pass(member);
    ask(this.#document, {
      id: freshId(),
      turn: turn.id,
      round: explore.round.number,
      author: member,
      text: next.text,
      askedAt: this.circle.writer.now(),
      changedAt: null,
      takenBack: false,
    });
  };

  /** What the invented people do by themselves when a phase begins. */
  enter(): void {
    const { turn, phase } = this.board;
    if (turn && phase === 'contract') setTurn(this.#document, turn.id, { focus: this.#case.focus });
  }

  shareLearnings(): void {
    const at = this.circle.writer.now();
    this.#case.learnings.forEach(({ by, text }, i) =>
      learn(this.#document, {
        session: this.board.id,
        member: this.#idOf(by),
        text,
        at: at + i,
        changedAt: null,
      }),
    );
    this.board.learn.publishIfOpened();
  }

  writeDown = (): void => {
    const words = { ...noWords, ...this.#case.commitment };
    const { id: session, presenter } = this.board;
    const owner = presenter ?? this.circle.writer.me;
    commitmentsOf(this.circle).commit({ words, session, owner });
  };

  close(): void {
    this.#document.release();
  }
}

/** A link to people who are not there: all of them, always, directly. */
function companyOf(members: readonly MemberId[]): Link {
  const undo = (): void => undefined;
  const peers = members.map((member) => ({
    id: member,
    reach: { kind: 'direct' as const },
    presence: { member, device: member, away: false, session: null },
  }));
  return {
    self: ME,
    status: () => ({
      state: 'connected',
      rendezvous: 'reached',
      services: [],
      mismatch: null,
      turnRefused: [],
    }),
    peers: () => peers,
    setPresence: undo,
    onChange: () => undo,
    whisper: () => false,
    onWhisper: () => () => undefined,
    onClockSample: () => undo,
    byHand: () => Promise.reject(new Error('nobody to reach')),
    retry: undo,
    close: () => Promise.resolve(),
  };
}
