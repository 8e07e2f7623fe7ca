import type { ByHand, CodeFault, Fault, Reached } from '../sync/by-hand.ts';
import type { PeerId } from '../sync/link.ts';
import type { OpenCircle } from './open-circle.ts';
import { giveAnswer, takeAnswers } from './other-tabs-codes.ts';
import { parsePresence } from './presence.ts';

/** `start`: my code goes out and theirs comes back. `join`: theirs came, and mine goes back. */
export type CodeRole = 'start' | 'join';

/** A code that came as a link, and what it wants of this page. */
export interface CodeFromLink {
  readonly text: string;
  readonly role: CodeRole;
}

/** What codes need of the circle that they belong to. */
type CodesOf = Pick<OpenCircle, 'board' | 'remembered'>;

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
  readonly #circle: CodesOf;
  /** Counts what the person begins: what comes of something older is not shown. */
  #begun = 0;
  #stopTaking: (() => void) | null = null;

  constructor(circle: CodesOf) {
    this.#circle = circle;
  }

  /** The member who was reached, once their page has said who it is. */
  get name(): string {
    const { link, seats } = this.#circle.board;
    const peer = link.peers.find(({ id }) => id === this.#peer);
    const member = parsePresence(peer?.presence)?.member ?? null;
    return seats.find((seat) => seat.member.id === member)?.member.name ?? '';
  }

  start = async (): Promise<void> => {
    const begun = this.#begin('start', 'making');
    const made = await this.#use((byHand) => byHand.invite());
    if (begun !== this.#begun || made === null) return;
    if ('fault' in made) return this.#failed(made.fault);
    this.code = made.code;
    this.step = 'waiting';
    this.#stopTaking ??= takeAnswers(this.#circle.remembered.circle, this.#takeFromTab);
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

  /** Takes a code that was opened as a link: an answer may belong to another tab, which still waits. */
  takeFromLink = async ({ text, role }: CodeFromLink): Promise<void> => {
    if (role === 'join') {
      this.join();
      return this.take(text);
    }
    this.role = 'start';
    await this.#finish(text, () => giveAnswer(this.#circle.remembered.circle, text));
  };

  async #finish(text: string, elsewhere = () => Promise.resolve(false)): Promise<void> {
    const begun = this.#begun;
    this.step = 'connecting';
    const outcome = await this.#use((byHand) => byHand.finish(text));
    if (begun !== this.#begun || outcome === null) return;
    const isForOther = 'fault' in outcome && outcome.fault === 'expired';
    if (isForOther && (await elsewhere())) this.#connected(null);
    else this.#settled(outcome);
  }

  #takeFromTab = async (answer: string): Promise<boolean> => {
    const outcome = await this.#use((byHand) => byHand.finish(answer));
    if (outcome === null || 'fault' in outcome) return false;
    if (this.role === 'start') this.#connected(outcome.peer);
    return true;
  };

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

  #begin(role: CodeRole | null, step: typeof this.step): number {
    this.#begun += 1;
    this.role = role;
    this.step = step;
    this.code = null;
    this.fault = null;
    return this.#begun;
  }

  #settled(outcome: Reached | Fault): void {
    if ('fault' in outcome) this.#failed(outcome.fault);
    else this.#connected(outcome.peer);
  }

  #connected(peer: PeerId | null): void {
    this.#peer = peer;
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
    const { link } = this.#circle.board;
    try {
      return await act(await link.byHand());
    } catch (error) {
      // A circle that was closed meanwhile has no link, and waits for nothing.
      if (!link.isOpen) this.#stopTaking?.();
      console.warn('codes could not be used', error);
      this.step = 'late';
      return null;
    }
  }
}

const known = new WeakMap<OpenCircle, CarriedCodes>();

/** The codes of a circle that is open on this page. */
export function codesOf(circle: OpenCircle): CarriedCodes {
  const codes = known.get(circle) ?? new CarriedCodes(circle);
  known.set(circle, codes);
  return codes;
}
