import { setTurn } from '../document/turns.ts';
import type { MemberId } from '../domain/ids.ts';
import { withPresenter } from '../domain/presenting-order.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** Chooses whose part this is; where several take turns, the others' parts follow. */
export function choosePresenter(board: SessionBoard, member: MemberId | null): void {
  const { circle, turn, turns } = board;
  if (!turn) return;
  const before = turns.map(({ presenter }) => presenter);
  const people = circle.seats.map((seat) => seat.member.id);
  const after = withPresenter(before, turns.indexOf(turn), member, people);
  const changed = turns.filter((_, i) => before[i] !== after[i]);
  circle.save(
    changed.map(({ id }) => id),
    () => {
      for (const each of changed) {
        setTurn(circle.document, each.id, { presenter: after[turns.indexOf(each)] ?? null });
      }
    },
  );
}
