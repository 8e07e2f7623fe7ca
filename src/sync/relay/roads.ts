import type { PeerId } from '../link.ts';
import type { Carrier } from './relay.ts';
import { MOST_PAGES } from './replay-window.ts';

/** A page shows a sign of life every seven seconds; without one for so long its road may be broken, ms. */
const LOST = 10_000;
/** At the beginning, and after something was lost, all roads are taken for so long, ms. */
const DOUBT = 3000;

interface Road {
  readonly carrier: Carrier;
  readonly heardAt: number;
  readonly doubtedAt: number;
}

/**
 * By which services words go to a page: by the one that has brought its newest words first. By all of them at the
 * beginning, while that one is slow or gone, and after something was lost: a service may take words and not pass them on.
 */
export class Roads {
  readonly #all: readonly Carrier[];
  readonly #roads = new Map<PeerId, Road>();

  constructor(all: readonly Carrier[]) {
    this.#all = all;
  }

  /** Something new has come from a page, by this service before any other. */
  heard(from: PeerId, carrier: Carrier): void {
    const heardAt = performance.now();
    const { doubtedAt } = this.#roads.get(from) ?? { doubtedAt: heardAt };
    this.#roads.delete(from);
    this.#roads.set(from, { carrier, heardAt, doubtedAt });
    const [oldest] = this.#roads.keys();
    if (this.#roads.size > MOST_PAGES && oldest !== undefined) this.#roads.delete(oldest);
  }

  /** Something that was said to a page has not come there. */
  doubt(page: PeerId): void {
    this.#doubtFrom(page, performance.now());
  }

  /** The channel to a page has ended, perhaps because it did not hear us: from now on all roads are taken. */
  ended(page: PeerId): void {
    this.#doubtFrom(page, Infinity);
  }

  #doubtFrom(page: PeerId, doubtedAt: number): void {
    const road = this.#roads.get(page);
    if (road !== undefined) this.#roads.set(page, { ...road, doubtedAt });
  }

  /** Pages whose road has ended: what was last said to them may be lost. Names each once in a while. */
  broken(): readonly PeerId[] {
    const now = performance.now();
    const broken = [...this.#roads].flatMap(([page, { carrier, doubtedAt }]) =>
      now - doubtedAt > DOUBT && carrier.state() !== 'reached' ? page : [],
    );
    for (const page of broken) this.doubt(page);
    return broken;
  }

  to(page: PeerId): readonly Carrier[] {
    const road = this.#roads.get(page);
    if (road === undefined) return this.#all;
    const now = performance.now();
    const isSure = now - road.heardAt < LOST && now - road.doubtedAt > DOUBT;
    return isSure && road.carrier.state() === 'reached' ? [road.carrier] : this.#all;
  }
}
