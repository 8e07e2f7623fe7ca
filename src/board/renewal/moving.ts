import { merged } from '../../document/compact.ts';
import { movesIn } from '../../document/moves.ts';
import { formerNames, removedBefore } from '../../domain/move.ts';
import type { RememberedCircle } from '../../storage/database.ts';
import { RememberedCircles } from '../../storage/remembered-circles.ts';
import { succeed, sweep } from '../../storage/succession.ts';
import { UpdateLog } from '../../storage/update-log.ts';
import type { LinkKeys } from '../../sync/link.ts';
import type { OpenCircle } from '../open-circle.ts';
import { nameOfTabs, type TabWord } from '../tabs.ts';
import { keysIn } from './new-link.ts';

/** Renames on the disk, all or nothing. */
type Store = () => Promise<RememberedCircle>;

/** Takes an open circle to another link: the same document, notes and screen, another room and name on the disk. */
export class Moving {
  readonly #circle: OpenCircle;
  /** One after the other: each takes the name of the circle for what it is. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(circle: OpenCircle) {
    this.#circle = circle;
  }

  /** Where the disk refuses, the circle goes on all the same and the page says so. False when it is there already. */
  to(after: RememberedCircle, keys: LinkKeys, store: Store): Promise<boolean> {
    return this.#inTurn(() => this.#move(after, keys, store));
  }

  /** Follows another tab of this browser, which has moved and renamed on the disk. */
  withTab(): Promise<void> {
    return this.#inTurn(async () => {
      const { database, remembered } = this.#circle;
      if (!database) return;
      const rows = await new RememberedCircles(database).all();
      const after = rows.find(({ before }) => before?.includes(remembered.circle));
      const keys = after && (await keysIn(after.invitation));
      if (!after || !keys) return;
      if (after.id === remembered.id) {
        await this.#move(after, keys, () => sweep(database, after).then(() => after));
      } else location.hash = `my-${after.id}`;
    });
  }

  /**
   * This browser knows the circle by an older link too: what it has written there, its notes and its seat come along,
   * and the older row goes.
   */
  fromOlderLink(): Promise<void> {
    return this.#inTurn(async () => {
      const { database, remembered, board } = this.#circle;
      if (!database) return;
      const moves = movesIn(board.document).all();
      const former = formerNames(moves, remembered.circle);
      const rows = await new RememberedCircles(database).all();
      const isFormer = ({ circle, before = [] }: RememberedCircle): boolean =>
        former.has(circle) || before.some((name) => former.has(name));
      const old = rows.find((row) => row.id !== remembered.id && isFormer(row));
      if (!old) return;

      const log = new UpdateLog(database, old.circle, merged, () => undefined);
      board.document.take(await log.load());
      const isRemoved = removedBefore(moves, remembered.circle).has(old.member ?? '');
      const hasSeat = old.member !== null && !isRemoved && !this.#circle.isSeated;
      const seat = hasSeat ? { member: old.member, device: old.device } : {};
      await this.#takeOver(() => succeed(database, old, { ...this.#circle.remembered, ...seat }));
      this.#tell(old);
    });
  }

  async #move(after: RememberedCircle, keys: LinkKeys, store: Store): Promise<boolean> {
    const circle = this.#circle;
    const before = circle.remembered;
    if (before.circle === after.circle) return false;
    await circle.connection.leaveRoom();
    try {
      await this.#takeOver(store, keys);
    } catch (error) {
      console.warn('askwell: the new link is not on the disk', error);
      circle.become(after, keys);
      circle.board.journal.failed('row');
    }
    this.#tell(before);
    await circle.connection.connect();
    return true;
  }

  async #takeOver(store: Store, keys = this.#circle.keys): Promise<void> {
    const { board, database } = this.#circle;
    await board.journal.flush();
    let row = this.#circle.remembered;
    await board.mine.moveTo(async () => (row = await store()).circle);
    board.journal.moveTo(row.circle);
    this.#circle.become(row, keys);
    // What was written while the disk renamed.
    if (database) await sweep(database, row);
  }

  #tell({ circle }: RememberedCircle): void {
    const tabs = new BroadcastChannel(nameOfTabs(circle));
    tabs.postMessage('moved' satisfies TabWord);
    tabs.close();
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.#before.then(act);
    // Who asked hears of a failure; the next in turn begins all the same.
    this.#before = done.catch(() => undefined);
    return done;
  }
}
