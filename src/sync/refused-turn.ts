/** What a TURN server answers to a name and password that it does not take: unauthorised, forbidden, wrong. */
const REFUSALS: readonly number[] = [401, 403, 441];

/** The TURN servers that do not take the name and password of the settings, where the browser tells. */
export class RefusedTurn {
  readonly #addresses = new Set<string>();
  readonly #changed: () => void;

  /** @param changed is called when another server has refused */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** As the browser names them, for instance `turn:192.0.2.1:3478?transport=udp`. */
  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  watch(connection: EventTarget): void {
    connection.addEventListener('icecandidateerror', (event) => {
      if (!('errorCode' in event) || !('url' in event)) return;
      const { errorCode, url } = event;
      if (typeof errorCode !== 'number' || !REFUSALS.includes(errorCode)) return;
      if (typeof url !== 'string' || this.#addresses.has(url)) return;
      this.#addresses.add(url);
      this.#changed();
    });
  }
}
