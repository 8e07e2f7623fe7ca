import type { Translate } from '../../../i18n/translate.ts';

/** One exercise while it is done: what its controls may ask of the room. */
export interface Round {
  readonly item: HTMLElement;
  readonly t: Translate;
  readonly locale: string;
  /** What I wrote here before, or an empty text. */
  readonly wrote: string;
  /** Whether that was only begun. */
  readonly isDraft: boolean;
  readonly keep: (text: string) => void;
  /** Shows the answers and the ways on. `isMyCall`: whether it went well is for me to say. */
  readonly answered: (wentWell: boolean, isMyCall: boolean) => void;
}

/** Prepares the controls of one exercise. */
export type Begin = (round: Round) => void;

/** What does not reject: if it does, that is our own mistake, and nobody can mend it here. */
export const unexpected = (error: unknown): void => console.error('askwell: practice', error);
