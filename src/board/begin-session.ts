import { startSession } from '../document/sessions.ts';
import { emptyTurn } from '../domain/empty-turn.ts';
import type { Format, PlannedPhase } from '../domain/format.ts';
import type { MemberId, SessionId } from '../domain/ids.ts';
import { planFor, turnsPlanned } from '../domain/plan.ts';
import { startClock } from '../domain/session-clock.ts';
import { withPresenter } from '../domain/presenting-order.ts';
import { CLOSING, type Session, type Turn } from '../domain/session.ts';
import type { CircleBoard } from './circle-board.svelte.ts';

/** What a session of this format would hold if it began now; at the end of a cycle all actions are looked back at. */
export const planOf = (board: CircleBoard, format: Format): readonly PlannedPhase[] =>
  planFor(format, {
    isFirst: board.past.length === 0,
    openCommitments: (format.id === CLOSING ? board.commitments : board.open).length,
  });

export interface Opening {
  readonly presenter: MemberId | null;
  readonly steward: MemberId | null;
  readonly observer?: MemberId | null;
  /** Who presents after the first, in turn. */
  readonly others?: readonly MemberId[];
  /** In the place of the usual plan, where there is less time. */
  readonly plan?: readonly PlannedPhase[];
}

/** Begins a session for everyone, or names the one that somebody has begun a moment ago. */
export function beginSession(board: CircleBoard, format: Format, opening: Opening): SessionId {
  if (board.session) return board.session.id;
  const { me, now, newId } = board.writer;
  const plan = opening.plan ?? planOf(board, format);
  const startedAt = now();
  const id = newId();
  const session: Session = {
    id,
    format: format.id,
    plan,
    startedAt,
    startedBy: me,
    steward: opening.steward,
    observer: opening.observer ?? null,
    host: board.next?.host ?? null,
    backup: board.next?.backup ?? null,
    clock: startClock(plan, startedAt),
    changed: null,
    steeredBy: null,
    pausedBy: null,
    revealedAt: null,
    closedAt: null,
  };
  const nobody = Array.from({ length: turnsPlanned(plan) }, () => null);
  const seated = board.seats.map(({ member }) => member.id);
  const presenters = opening.others
    ? [opening.presenter, ...opening.others]
    : withPresenter(nobody, 0, opening.presenter, seated);
  const turns = nobody.map((_, index): Turn => ({
    ...emptyTurn,
    id: newId(),
    session: id,
    index,
    presenter: presenters[index] ?? null,
  }));
  const forgotten = board.sessions.filter(({ closedAt }) => closedAt === null).map((s) => s.id);
  board.save([id], () => startSession(board.document, session, turns, forgotten));
  return id;
}
