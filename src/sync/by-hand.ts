import type { PeerId } from './link.ts';

/** Why a code that people carry between two pages cannot be used. */
export type CodeFault =
  /** There is no code in this text. */
  | 'unreadable'
  /** A code with a part missing or changed. */
  | 'cut'
  | 'other-circle'
  /** The code that this very page has made. */
  | 'own'
  /** An answer where an invitation is wanted, or the reverse. */
  | 'wrong-kind'
  /** Used already, or its page no longer waits for it. */
  | 'expired'
  /** Written by a newer Askwell. */
  | 'newer'
  /** No way from one browser to the other was found. */
  | 'no-way';

export interface Fault {
  readonly fault: CodeFault;
}

/** The page at the other end of a channel that is open now. */
export interface Reached {
  readonly peer: PeerId;
}

export interface MadeCode {
  /** At most 250 characters of base64url. */
  readonly code: string;
}

export interface MadeAnswer extends MadeCode {
  /** Settles when the answer has been used, or has waited in vain. */
  readonly outcome: Promise<Reached | Fault>;
}

/**
 * Connects two pages of a circle with no service in between: people carry a code there and another
 * back. Where a text is taken, the code may stand in any sentence or link.
 */
export interface ByHand {
  /** Makes an invitation for one person. Its connection waits for the answer, beside earlier ones. */
  invite(): Promise<MadeCode | Fault>;
  /** Takes an invitation and makes the answer to be carried back, unless its page is reached already. */
  answer(text: string): Promise<MadeAnswer | Reached | Fault>;
  /** Takes the answer to one of our invitations; settles when the channel is open, or will not be. */
  finish(text: string): Promise<Reached | Fault>;
  /** Lets go of all that waits. */
  cancel(): void;
}
