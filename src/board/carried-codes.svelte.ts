import type { ByHand, CodeFault, Fault, Reached } from '../sync/by-hand.ts';
import type { PeerId } from '../sync/link.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { parsePresence } from './presence.ts';

/** `start`: my code goes out and theirs comes back. `join`: theirs came, and mine goes back. */
export type CodeRole = 'start' | 'join';

/**
 * Connecting by codes as the screen sees it. There is one for each circle, and it outlives the
 * dialog: people close that while a code is on its way.
 */
export class CarriedCodes {
  role = $state<CodeRole | null>(null);
  /** What I have to send. */
  code = $state<string | null>(null);
  /** `late`: the part that makes codes could not be loaded. */
  step = $state<'idle' | 'making' | 'waiting' | 'connecting' | 'connected' | 'late'>('idle');
  fault = $state<CodeFault | 'empty' | null>(null);
  #peer = $state<PeerId | null>(null);
  readonly #board: CircleBoard;
  /** Counts what the person begins: an answer to something older is not shown. */
  #begun = 0;

  constructor(board: CircleBoard) {
    this.#board = board;
  }

  /** The member who was reached, once their page has said who it is. */
  get name(): string {
    const peer = this.#board.link.peers.find(({ id }) => id === this.#peer);
    const member = parsePresence(peer?.presence)?.member ?? null;
    return this.#board.seats.find((seat) => seat.member.id === member)?.member.name ?? '';
  }

  start = async (): Promise<void> => {
    const isCurrent = this.#begin('start', 'making');
    const made = await this.#use((byHand) => byHand.invite());
    if (!isCurrent() || made === null) return;
    if ('fault' in made) return this.#failed(made.fault);
    this.code = made.code;
    this.step = 'waiting';
  };

  join = (): void => {
    this.#begin('join', 'idle');
  };

  back = (): void => {
    this.#begin(null, 'idle');
  };

  /** Takes what the other person has sent: an answer to my code, or the code that I answer. */
  take = async (text: string): Promise<void> => {
    this.fault = null;
    if (text.trim() === '') this.fault = 'empty';
    else if (this.role === 'start') await this.#finish(text);
    else if (this.role === 'join') await this.#answer(text);
  };

  async #finish(text: string): Promise<void> {
    const begun = this.#begun;
    this.step = 'connecting';
    const outcome = await this.#use((byHand) => byHand.finish(text));
    if (begun === this.#begun && outcome !== null) this.#settled(outcome);
  }

  async #answer(text: string): Promise<void> {
    const begun = this.#begun;
    this.step = 'making';
    const made = await this.#use((byHand) => byHand.answer(text));
    if (begun !== this.#begun || made === null) return;
    if (!('code' in made)) return this.#settled(made);
    this.code = made.code;
    this.step = 'waiting';
    const outcome = await made.outcome;
    if (begun === this.#begun) this.#settled(outcome);
  }

  #begin(role: CodeRole | null, step: typeof this.step): () => boolean {
    this.#begun += 1;
    const begun = this.#begun;
    this.role = role;
    this.step = step;
    this.code = null;
    this.fault = null;
    return () => begun === this.#begun;
  }

  #settled(outcome: Reached | Fault): void {
    if ('fault' in outcome) return this.#failed(outcome.fault);
    this.#peer = outcome.peer;
    this.code = null;
    this.step = 'connected';
  }

  #failed(fault: CodeFault): void {
    this.fault = fault;
    // What waited for this code has ended with it; a wrong text leaves it waiting.
    if (fault === 'no-way' || this.role === 'join') this.code = null;
    this.step = this.code === null ? 'idle' : 'waiting';
  }

  async #use<Result>(act: (byHand: ByHand) => Promise<Result>): Promise<Result | null> {
    try {
      return await act(await this.#board.link.byHand());
    } catch (error) {
      console.warn('codes could not be used', error);
      this.step = 'late';
      return null;
    }
  }
}

const known = new WeakMap<CircleBoard, CarriedCodes>();

/** The codes of a circle that is open on this page. */
export function codesOf(board: CircleBoard): CarriedCodes {
  const codes = known.get(board) ?? new CarriedCodes(board);
  known.set(board, codes);
  return codes;
}
