/** Seconds. Who is this near need not be corrected. */
const NEAR = 30;

/**
 * The time that a relay takes for now. Clocks of devices lie, by hours and by years, and relays refuse what seems old or
 * from the future. So when ours was refused we take the time of words that the relay has passed on, else the time of the
 * server that this page came from.
 */
export class RelayClock {
  readonly #device: () => number;
  readonly #serverTime: () => Promise<number | null>;
  #offset = 0;
  #heard: number | null = null;

  /** Both in seconds since 1970. */
  constructor(
    device: () => number = () => Date.now() / 1000,
    serverTime: () => Promise<number | null> = timeOfOurServer,
  ) {
    this.#device = device;
    this.#serverTime = serverTime;
  }

  now(): number {
    return Math.round(this.#device() + this.#offset);
  }

  /** Somebody's words came through the relay: it has found their time to be right. */
  heard(seconds: number): void {
    this.#heard = seconds - this.#device();
  }

  /** Our time was refused. Says whether there is another one to try. */
  async correct(): Promise<boolean> {
    if (this.#heard !== null && this.#take(this.#heard)) return true;
    const server = await this.#serverTime();
    return server !== null && this.#take(server - this.#device());
  }

  #take(offset: number): boolean {
    if (Math.abs(offset - this.#offset) < NEAR) return false;
    this.#offset = offset;
    return true;
  }
}

/** Every web server tells its time with every answer. */
async function timeOfOurServer(): Promise<number | null> {
  try {
    const { headers } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    const time = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(time) ? null : time / 1000;
  } catch (error) {
    console.info('our server does not tell its time', error instanceof Error ? error.name : '');
    return null;
  }
}
