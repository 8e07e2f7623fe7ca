import { learningsIn } from '../document/learnings.ts';
import { passesIn, questionsIn } from '../document/questions.ts';
import { attend, closeSession, reopenSession, setSteward, steer } from '../document/sessions.ts';
import { setTurn } from '../document/turns.ts';
import { dueAt } from '../domain/commitment.ts';
import type { MemberId, SessionId } from '../domain/ids.ts';
import type { SessionClock } from '../domain/session-clock.ts';
import { phaseDone } from '../domain/ideas.ts';
import * as clocks from '../domain/session-clock.ts';
import type { Session, Turn } from '../domain/session.ts';
import { hasPresenter, partsOf, turnAt } from '../domain/session.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { observe } from './circle-board.svelte.ts';
import { ExploreBoard } from './explore-board.svelte.ts';
import { LearnBoard } from './learn-board.svelte.ts';

/** What I am in the phase that is on. */
export type Role = 'presenter' | 'coach';

/** One session on this screen. */
export class SessionBoard {
  readonly circle: CircleBoard;
  readonly id: SessionId;
  readonly explore: ExploreBoard;
  readonly learn: LearnBoard;
  readonly #session: Session;

  constructor(circle: CircleBoard, session: Session) {
    this.circle = circle;
    this.id = session.id;
    this.#session = session;
    this.explore = new ExploreBoard(
      this,
      observe(questionsIn(circle.document)),
      observe(passesIn(circle.document)),
    );
    this.learn = new LearnBoard(this, observe(learningsIn(circle.document)));
  }

  /** The record as it is now; the one this board was opened with should it have become unreadable. */
  readonly record = $derived.by(
    () => this.circle.sessions.find(({ id }) => id === this.id) ?? this.#session,
  );
  readonly plan = $derived.by(() => this.record.plan);
  readonly clock = $derived.by(() => this.record.clock);
  readonly step = $derived.by(() => this.clock.step);
  readonly planned = $derived.by(() => this.plan[this.step]?.phase ?? 'close');
  readonly isPaused = $derived.by(() => this.clock.paused);
  readonly isClosed = $derived.by(() => this.record.closedAt !== null);

  /** Ms left in this phase, negative once it has run over; ticks. */
  readonly left = $derived.by(() => clocks.leftNow(this.clock, this.circle.ticker.now));
  readonly allowed = $derived.by(() => (this.clock.allowed[this.step] ?? 0) * 60_000);
  readonly endsAt = $derived.by(() => {
    const now = this.circle.ticker.now;
    return now + clocks.leftInAll(this.clock, now);
  });
  readonly extension = $derived.by(() => clocks.extensionOf(this.plan, this.clock));

  readonly turns = $derived.by(() => partsOf(this.record, this.circle.turns));
  /** The presenter's part that this phase belongs to. */
  readonly turn: Turn | null = $derived.by(() => this.turns[turnAt(this.plan, this.step)] ?? null);
  readonly hasPresenter = $derived.by(() => hasPresenter(this.plan));
  readonly phase = $derived.by(() => phaseDone(this.planned, this.turn));
  readonly presenter = $derived.by(() => this.turn?.presenter ?? null);
  readonly presenterName = $derived.by(() => this.circle.nameOf(this.presenter));
  readonly steward = $derived.by(() => this.record.steward);
  readonly isObserver = $derived.by(() => this.record.observer === this.circle.writer.me);
  readonly role: Role = $derived.by(() =>
    this.presenter === this.circle.writer.me ? 'presenter' : 'coach',
  );
  readonly isSteward = $derived.by(() => this.steward === this.circle.writer.me);

  /** Who came to this session and has a seat: turns do not wait for somebody who has left the circle. */
  readonly attendance = $derived.by(() => {
    const seated = new Set(this.circle.seats.map(({ member }) => member.id));
    return this.circle.attendance.filter(
      ({ session, member }) => session === this.id && seated.has(member),
    );
  });
  readonly participants = $derived.by(() => {
    const came = new Set(this.attendance.map(({ member }) => member));
    return this.circle.people.filter(({ id }) => came.has(id));
  });

  readonly due = $derived.by(() =>
    dueAt(this.id, this.circle.commitments, this.circle.reportBacks),
  );
  readonly commitments = $derived.by(() =>
    this.circle.commitments
      .filter(({ session }) => session === this.id)
      .toSorted((a, b) => a.madeAt - b.madeAt),
  );

  /** What the presenter of this part has committed to; where nobody presents, what I have. */
  readonly turnCommitments = $derived.by(() =>
    this.commitments.filter(({ owner }) => owner === (this.presenter ?? this.circle.writer.me)),
  );

  /** Says that I am here, once; who comes late joins the rounds at the end. */
  attend = (): void => {
    const { me, now } = this.circle.writer;
    if (this.circle.isNewer || this.attendance.some(({ member }) => member === me)) return;
    this.circle.save([], () =>
      attend(this.circle.document, { session: this.id, member: me, at: now() }),
    );
  };

  /** Goes to a phase, for everyone. Two who press "next" at once arrive at the same one. */
  goTo = (step: number): void =>
    this.#steer(clocks.goTo(this.clock, step, this.circle.writer.now()), {
      steeredBy: this.circle.writer.me,
    });

  pause = (): void =>
    this.#steer(clocks.pause(this.clock, this.circle.writer.now()), {
      pausedBy: this.circle.writer.me,
    });

  resume = (): void => this.#steer(clocks.resume(this.clock, this.circle.writer.now()));

  extend = (): void => this.#steer(clocks.extend(this.clock, this.extension));

  #steer(clock: SessionClock, by: Partial<Pick<Session, 'steeredBy' | 'pausedBy'>> = {}): void {
    this.circle.save([], () => steer(this.circle.document, this.id, clock, by));
  }

  setSteward = (member: MemberId | null): void =>
    this.circle.save([], () => setSteward(this.circle.document, this.id, member));

  setChallenge = (challenge: string): void => this.#setTurn({ challenge });

  setFocus = (focus: string): void => this.#setTurn({ focus });

  #setTurn(fields: Partial<Pick<Turn, 'challenge' | 'focus'>>): void {
    const { turn } = this;
    if (turn) this.circle.save([turn.id], () => setTurn(this.circle.document, turn.id, fields));
  }

  /** Ends the session for everyone, and any other that two people had begun at the same moment. */
  close = (): void => {
    if (this.isClosed) return;
    const { now } = this.circle.writer;
    const clock = clocks.pause(this.clock, now());
    this.circle.save([this.id], () => {
      for (const { id, closedAt, clock: other } of this.circle.sessions) {
        if (closedAt !== null) continue;
        closeSession(this.circle.document, id, id === this.id ? clock : other, now());
      }
    });
  };

  reopen = (): void =>
    this.circle.save([this.id], () => {
      const clock = clocks.resume(this.clock, this.circle.writer.now());
      reopenSession(this.circle.document, this.id, clock);
    });
}
