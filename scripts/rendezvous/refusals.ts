export type Reason =
  | 'a message that is not of the protocol'
  | 'a message that is too large'
  | 'a broken frame'
  | 'too many messages'
  | 'too many topics'
  | 'a topic that is too long'
  | 'too many listeners to one topic'
  | 'too many connections'
  | 'too many connections from one address'
  | 'a listener that does not read'
  | 'a connection that does not answer'
  | 'a connection refused too often';

const quiet = 10_000;

/**
 * Writes one line for a refusal, and at most one in ten seconds for each reason, so that a flood of
 * messages does not become a flood of lines. Names neither topics nor contents nor addresses.
 */
export class Refusals {
  readonly #log: (line: string) => void;
  readonly #now: () => number;
  readonly #loggedAt = new Map<Reason, number>();
  readonly #unlogged = new Map<Reason, number>();

  constructor(log: (line: string) => void, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  note(reason: Reason): void {
    const unlogged = this.#unlogged.get(reason) ?? 0;
    const loggedAt = this.#loggedAt.get(reason);
    const now = this.#now();
    if (loggedAt !== undefined && now - loggedAt < quiet) {
      this.#unlogged.set(reason, unlogged + 1);
      return;
    }
    this.#loggedAt.set(reason, now);
    this.#unlogged.delete(reason);
    const more = unlogged === 0 ? '' : ` (and ${unlogged} more since the last such line)`;
    this.#log(`rendezvous refused ${reason}${more}`);
  }
}
