import { answerPulse, pulsesIn, takeBackPulse } from '../document/pulses.ts';
import type { SessionId } from '../domain/ids.ts';
import {
  ENOUGH,
  pulseItems,
  pulseOf,
  type PulseItem,
  type PulseShown,
  type PulseValue,
} from '../domain/pulse.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';

/** How the circle's sessions were, as each said in three taps and nobody alone is shown. */
export class PulseBoard {
  readonly #circle: CircleBoard;
  readonly #rows;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#rows = observe(pulsesIn(circle.document));
  }

  readonly #came = $derived.by(() => {
    const came = new Map<SessionId, number>();
    for (const { session } of this.#circle.attendance)
      came.set(session, (came.get(session) ?? 0) + 1);
    return came;
  });

  cameTo = (session: SessionId): number => this.#came.get(session) ?? 0;
  /** Whether enough came for answers without names. */
  isEnough = (session: SessionId): boolean => this.cameTo(session) >= ENOUGH;

  of = (session: SessionId, item: PulseItem): PulseShown =>
    pulseOf(session, item, {
      rows: this.#rows.current,
      came: this.cameTo(session),
      isOver: this.#circle.past.some(({ id }) => id === session),
    });

  /** Past sessions of which something is shown, the first one first. */
  readonly shown = $derived.by(() =>
    this.#circle.past
      .map((session) => ({
        session,
        items: pulseItems.map((item) => ({ item, shown: this.of(session.id, item) })),
      }))
      .filter(({ items }) => items.some(({ shown }) => shown.kind === 'shown'))
      .reverse(),
  );

  /** Only this device knows which answer is mine. */
  #mineAs = (session: SessionId, item: PulseItem): string =>
    this.#circle.mine.read('draft', `pulse-${item} ${session}`);

  mine = (session: SessionId, item: PulseItem): PulseValue | null => {
    const id = this.#mineAs(session, item);
    return this.#rows.current.find((row) => row.id === id)?.value ?? null;
  };

  answer = (session: SessionId, item: PulseItem, value: PulseValue): void => {
    const { document, mine, writer } = this.#circle;
    const id = this.#mineAs(session, item) || writer.newId();
    mine.write('draft', `pulse-${item} ${session}`, id);
    mine.flush();
    this.#circle.save([], () => answerPulse(document, { id, session, item, value }));
  };

  takeBack = (session: SessionId, item: PulseItem): void => {
    const { document } = this.#circle;
    const id = this.#mineAs(session, item);
    if (id) this.#circle.save([], () => takeBackPulse(document, id));
  };
}
