import { expect } from 'vitest';
import { aboutOf } from '../../../src/document/about.ts';
import { commitmentsIn, reportBacksIn } from '../../../src/document/commitments.ts';
import { answerPulse } from '../../../src/document/pulses.ts';
import { learn } from '../../../src/document/learnings.ts';
import {
  attend,
  closeSession,
  reveal,
  sessionsIn,
  setSteward,
  startSession,
  steer,
} from '../../../src/document/sessions.ts';
import { setTurn } from '../../../src/document/turns.ts';
import { openCommitments } from '../../../src/domain/commitment.ts';
import type { Phase } from '../../../src/domain/format.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import { planFor, turnsPlanned } from '../../../src/domain/plan.ts';
import { goTo, startClock, type SessionClock } from '../../../src/domain/session-clock.ts';
import { hasPresenter, pastSessions, REVIEW, type Session } from '../../../src/domain/session.ts';
import * as record from '../records.ts';
import { askInTurn } from './asking.ts';
import { wordsOf, type YearOfCircle } from './circle.ts';
import { decideToClose } from './ending.ts';
import { formatOf } from './formats.ts';
import { fixNextDate } from './next-date.ts';
import { agreeOnNorm, sayIn } from './norms.ts';
import type { Promises } from './promises.ts';
import { rota } from './rota.ts';

/** One session of the circle, held by those who are here, each on their own device. */
export class SessionPlayed {
  readonly #year: YearOfCircle;
  readonly #promises: Promises;
  readonly #here: readonly MemberId[];
  readonly id: SessionId;
  readonly #format: string;
  #clock: SessionClock;
  /** What is written in a phase; the others are gone past. */
  readonly #acts: ReadonlyMap<Phase, () => void> = new Map<Phase, () => void>([
    ['norms', () => this.#norms()],
    ['report-back', () => this.#promises.reportBack(this.id, this.#here)],
    ['present', () => this.#present()],
    ['explore', () => this.#ask()],
    ['learn', () => this.#learn()],
    ['commit', () => this.#commit()],
    ['decide', () => decideToClose(this.#year, this.id, this.#here)],
  ]);
  /** Who loses the connection in the middle, and goes on alone. */
  #cut: MemberId | null = null;
  #presenter: MemberId | null = null;
  #steward: MemberId | null = null;

  constructor(
    { year, promises }: { readonly year: YearOfCircle; readonly promises: Promises },
    {
      id,
      format,
      here,
    }: { readonly id: SessionId; readonly format: string; readonly here: readonly MemberId[] },
  ) {
    this.#year = year;
    this.#promises = promises;
    this.#here = here;
    this.#format = format;
    this.#clock = startClock([], year.now);
    this.id = id;
  }

  /** From the first phase to the close, by the format's own plan. */
  play(): void {
    const { plan, clock } = this.#begin();
    this.#clock = clock;
    plan.forEach(({ phase }, step) => {
      const act = this.#acts.get(phase);
      if (!act) return;
      this.#onward(step);
      act();
      this.#year.settle();
    });
    this.#close();
  }

  get #connected(): readonly MemberId[] {
    return this.#here.filter((member) => member !== this.#cut);
  }

  #begin(): Session {
    const year = this.#year;
    const { now: startedAt, dice, of } = year;
    const roles = rota(year, this.#here);
    const startedBy = dice.pick(this.#here);
    const circle = of(startedBy);
    const open = openCommitments(commitmentsIn(circle).all(), reportBacksIn(circle).all());
    const isFirst = pastSessions(sessionsIn(circle).all(), startedAt).length === 0;
    const plan = planFor(formatOf(this.#format), { isFirst, openCommitments: open.length });
    const { host = null, backup = null } = aboutOf(circle).next ?? {};
    const { steward, observer } = roles;
    this.#steward = steward;
    const session = record.session(this.id, {
      ...{ format: this.#format, plan, startedAt, startedBy, steward, observer, host, backup },
      clock: startClock(plan, startedAt),
    });
    this.#presenter = hasPresenter(plan) ? roles.presenter : null;
    const turns = Array.from({ length: turnsPlanned(plan) }, (_, index) =>
      record.turn(`t${index}-${this.id}`, { session: this.id, index, presenter: this.#presenter }),
    );
    startSession(circle, session, turns, []);
    year.settle();
    for (const member of year.inAnyOrder(this.#here)) {
      attend(of(member), { session: this.id, member, at: startedAt });
      year.some();
    }
    this.#promises.came(this.id, this.#here);
    if (this.#presenter !== null && dice.happens(0.3)) this.#swap(this.#presenter, steward);
    return session;
  }

  /** Presenter and steward exchange what they have; who stands in for whom is seen by all. */
  #swap(presenter: MemberId, steward: MemberId | null): void {
    if (steward === null) return;
    const circle = this.#year.of(steward);
    setTurn(circle, `t0-${this.id}`, { presenter: steward });
    setSteward(circle, this.id, presenter);
    this.#presenter = steward;
    this.#steward = presenter;
  }

  /** Somebody presses "next", or two at once do: all arrive at the same phase. */
  #onward(step: number): void {
    const year = this.#year;
    year.now += 4 * 60_000;
    this.#clock = goTo(this.#clock, step, year.now);
    for (const steeredBy of year.inAnyOrder(this.#connected).slice(0, year.dice.pick([1, 1, 2]))) {
      steer(year.of(steeredBy), this.id, this.#clock, { steeredBy });
    }
    year.settle();
  }

  #norms(): void {
    if (['first75', REVIEW].includes(this.#format)) agreeOnNorm(this.#year, this.#here);
    sayIn(this.#year, this.#here);
  }

  #present(): void {
    if (this.#presenter === null) return;
    const challenge = `${wordsOf(this.id)} what ${this.#presenter} brings`;
    setTurn(this.#year.of(this.#presenter), `t0-${this.id}`, { challenge, focus: challenge });
    this.#cutOff();
  }

  /** Somebody without a role loses the connection; what they write comes when they are back. */
  #cutOff(): void {
    const others = this.#here.filter(
      (member) => member !== this.#presenter && member !== this.#steward,
    );
    if (others.length < 2 || !this.#year.dice.happens(0.3)) return;
    this.#cut = this.#year.dice.pick(others);
    this.#year.away(this.#cut);
  }

  #ask(): void {
    const asking = { session: this.id, presenter: this.#presenter, connected: this.#connected };
    askInTurn(this.#year, asking, this.#here.length);
  }

  #learn(): void {
    const year = this.#year;
    for (const member of this.#here) {
      const kept = year.dice.happens(0.2);
      const text = kept ? `${member} keeps this` : `${wordsOf(this.id)} ${member} learned`;
      learn(year.of(member), {
        session: this.id,
        member,
        text,
        at: year.now,
        changedAt: null,
        kept,
      });
      year.some();
    }
    reveal(year.of(year.dice.pick(this.#connected)), this.id, year.now);
  }

  /** The presenter, and now and then somebody else. */
  #commit(): void {
    const { dice } = this.#year;
    const other = dice.happens(0.5) ? dice.pick(this.#connected) : null;
    for (const owner of [this.#presenter, other]) {
      if (owner !== null) this.#promises.make(this.id, owner, dice.pick(this.#connected));
    }
  }

  #close(): void {
    const year = this.#year;
    const { dice, of } = year;
    for (const member of this.#connected.slice(0, 2)) {
      const row = { id: year.newId('p'), session: this.id, item: 'heard' } as const;
      answerPulse(of(member), { ...row, value: dice.pick([2, 3, 4] as const) });
    }
    year.now += 2 * 60_000;
    fixNextDate(year, dice.pick(this.#connected), this.id);
    closeSession(of(dice.pick(this.#connected)), this.id, this.#clock, year.now);
    if (this.#cut !== null && dice.happens(0.5)) year.back(this.#cut);
    year.settle();
    const closed = year.agreed('session', (circle) =>
      sessionsIn(circle)
        .all()
        .find(({ id }) => id === this.id),
    );
    expect(closed).toMatchObject({
      clock: this.#clock,
      steward: this.#steward,
      closedAt: year.now,
    });
  }
}
