import { join, sit, sittingsIn } from '../document/members.ts';
import type { MemberId } from '../domain/ids.ts';
import { freeColour } from '../domain/member.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { CircleRow } from './circle-row.svelte.ts';
import { askToKeep } from './persistence.ts';

/** The seat of this browser in a circle. */
export class MySeat {
  readonly #board: CircleBoard;
  readonly #row: CircleRow;
  readonly #told: () => void;
  isTaken = $state(false);

  /** @param told is called whenever the seat has just been taken, here or in another tab */
  constructor(board: CircleBoard, row: CircleRow, told: () => void) {
    this.#board = board;
    this.#row = row;
    this.#told = told;
    this.isTaken = row.here.member !== null;
  }

  /** Takes a free seat under my name. */
  joinAs(name: string): void {
    const board = this.#board;
    if (this.isTaken) return;
    const { me, now } = board.writer;
    const colour = freeColour(board.seats);
    board.save([me], () =>
      join(board.document, { id: me, name, joinedAt: now(), colour, leftAt: null }),
    );
    this.#sit(me);
  }

  /** Takes the seat of a member whose device is not here: mine, from another browser. */
  take(member: MemberId): void {
    if (this.isTaken) return;
    this.#board.writer.me = member;
    this.#sit(member);
  }

  // Two tabs are one seat: what the other has taken is mine as well.
  share(): void {
    const { device } = this.#row.here;
    const sitting = sittingsIn(this.#board.document)
      .all()
      .find((each) => each.device === device);
    if (this.isTaken || !sitting) return;
    this.#board.writer.me = sitting.member;
    this.#row.set({ member: sitting.member });
    this.isTaken = true;
    this.#told();
  }

  /** The row has brought a seat with it, from an older link of this circle. */
  bring(member: MemberId | null): void {
    if (member === null || this.isTaken) return;
    this.#board.writer.me = member;
    this.isTaken = true;
  }

  #sit(member: MemberId): void {
    const board = this.#board;
    const { device, now } = board.writer;
    board.save([member], () => sit(board.document, { member, device, at: now() }));
    this.#row.change({ member });
    this.isTaken = true;
    this.#told();
    askToKeep();
  }
}
