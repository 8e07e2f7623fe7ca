import { expect } from 'vitest';
import {
  commit,
  commitmentsIn,
  reportBack,
  reportBacksIn,
} from '../../../src/document/commitments.ts';
import type { NextStep, Outcome } from '../../../src/domain/commitment.ts';
import { dueAt } from '../../../src/domain/commitment.ts';
import type { CommitmentId, MemberId, SessionId } from '../../../src/domain/ids.ts';
import * as record from '../records.ts';
import type { YearOfCircle } from './circle.ts';

/** What can be told of an action, and whether that ends it: by the method's own words, not by the code's rule. */
const tellings: readonly { outcome: Outcome; next: NextStep | null; ends: boolean }[] = [
  { outcome: 'did', next: null, ends: true },
  { outcome: 'did', next: 'same', ends: false },
  { outcome: 'partly', next: null, ends: false },
  { outcome: 'partly', next: 'nothing', ends: true },
  { outcome: 'not-yet', next: 'same', ends: false },
  { outcome: 'not-yet', next: 'smaller', ends: true },
  { outcome: 'changed', next: 'new', ends: true },
  { outcome: 'let-go', next: null, ends: true },
];

interface Promised {
  readonly owner: MemberId;
  readonly since: SessionId;
  /** The sessions at which the owner was asked about it. */
  readonly asked: SessionId[];
  ended: boolean;
}

/** What was promised, as somebody with a notebook beside the circle would have it. */
export class Promises {
  readonly #year: YearOfCircle;
  readonly #made = new Map<CommitmentId, Promised>();
  /** The sessions of each member, in order. */
  readonly #came = new Map<MemberId, SessionId[]>();

  constructor(year: YearOfCircle) {
    this.#year = year;
  }

  came(session: SessionId, here: readonly MemberId[]): void {
    for (const member of here) {
      this.#came.set(member, [...(this.#came.get(member) ?? []), session]);
    }
  }

  make(
    session: SessionId,
    owner: MemberId,
    typedBy: MemberId,
    follows: string | null = null,
  ): void {
    const { now: madeAt, newId, of } = this.#year;
    const id = newId('c');
    const fields = { session, owner, typedBy, madeAt, follows, text: `${owner} does ${id}` };
    commit(of(typedBy), record.commitment(id, fields));
    this.#made.set(id, { owner, since: session, asked: [], ended: false });
  }

  /** Everyone who is here and has promised something tells what came of it. */
  reportBack(session: SessionId, here: readonly MemberId[]): void {
    const year = this.#year;
    const due = year.agreed('what is asked about', (circle) =>
      dueAt(session, commitmentsIn(circle).all(), reportBacksIn(circle).all()),
    );
    for (const { id, owner } of due) {
      const promised = this.#made.get(id)!;
      expect(promised.ended, `${id} is asked about after its end`).toBe(false);
      if (!here.includes(owner)) continue;
      promised.asked.push(session);
      const { ends, ...telling } = year.dice.pick(tellings);
      const by = year.dice.pick([owner, ...here]);
      const report = { ...telling, learned: `learned from ${id}`, by, at: year.now };
      reportBack(year.of(by), record.report(id, session, telling.outcome, report));
      promised.ended = ends;
      if (telling.next === 'smaller' || telling.next === 'new') this.make(session, owner, by, id);
      year.some();
    }
  }

  /** Each was asked about whenever its owner came, from their next session until it ended. */
  expectEachAskedAbout(): void {
    for (const [id, { owner, since, asked, ended }] of this.#made) {
      const came = this.#came.get(owner) ?? [];
      const later = came.slice(came.indexOf(since) + 1);
      const until = ended ? later.slice(0, asked.length) : later;
      expect(asked, `${owner} is asked about ${id} of ${since}`).toEqual(until);
      if (later.length > 0) expect(asked[0]).toBe(later[0]);
    }
  }

  get open(): readonly CommitmentId[] {
    return [...this.#made].filter(([, { ended }]) => !ended).map(([id]) => id);
  }

  get count(): number {
    return this.#made.size;
  }
}
