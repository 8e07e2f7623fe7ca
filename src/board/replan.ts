import { changePlan } from '../document/plan-changes.ts';
import { emptyTurn } from '../domain/empty-turn.ts';
import type { Format, PlannedPhase } from '../domain/format.ts';
import type { MemberId } from '../domain/ids.ts';
import { planFor, turnsPlanned } from '../domain/plan.ts';
import { withPresenter } from '../domain/presenting-order.ts';
import { spentNow, startClock } from '../domain/session-clock.ts';
import { hasPresenter, type Turn } from '../domain/session.ts';
import type { SessionBoard } from './session-board.svelte.ts';

type Plan = readonly PlannedPhase[];

/** What a session that has begun would hold in another format. */
export const planIn = (session: SessionBoard, format: Format): Plan =>
  planFor(format, {
    isFirst: session.circle.past.length === 0,
    openCommitments: session.due.length,
  });

/** Takes another format, or the same one in less time, for everyone. */
export function replan(session: SessionBoard, format: string, plan: Plan): void {
  const before = session.turns.map(({ presenter }) => presenter);
  const parts = Array.from({ length: turnsPlanned(plan) }, (_, i) => before[i] ?? null);
  const here = session.participants.map(({ id }) => id);
  const presenters = hasPresenter(plan)
    ? withPresenter(parts, 0, before[0] ?? null, here)
    : parts.map(() => null);
  write(session, format, plan, presenters);
}

/** Goes back to what the session was before. */
export function undoReplan(session: SessionBoard): void {
  const { changed } = session.record;
  if (changed) write(session, changed.format, changed.plan, changed.presenters);
}

function write(
  { record, clock, turns, id: session, circle }: SessionBoard,
  format: string,
  plan: Plan,
  presenters: readonly (MemberId | null)[],
): void {
  const { writer, document } = circle;
  const now = writer.now();
  const id = writer.newId();
  // What arriving has taken so far is told, and taken from nothing that comes.
  const spent = clock.step === 0 ? spentNow(clock, now) : 0;
  const fresh = startClock(plan, now);
  const next = {
    ...fresh,
    spent: fresh.spent.map((ms, i) => (i === 0 ? spent : ms)),
    allowed: fresh.allowed.map((m, i) => (i === 0 ? m + Math.floor(spent / 60_000) : m)),
    change: id,
  };
  const changed = {
    id,
    by: writer.me,
    format: record.format,
    plan: record.plan,
    presenters: turns.map(({ presenter }) => presenter),
  };
  // Two who change it at once make the same part under the same id.
  const parts = Array.from({ length: turnsPlanned(plan) }, (_, index): Turn => ({
    ...(turns[index] ?? { ...emptyTurn, id: `${session}.${index}`, session, index }),
    presenter: presenters[index] ?? null,
  }));
  circle.save([session], () =>
    changePlan(document, { id: session, format, plan, clock: next, changed }, parts),
  );
}
