import type { Openness } from './practice-case.ts';

/** How a presenter hears something that I said. */
export const heardAs = [
  'open',
  'closed',
  'fact',
  'scale',
  'either-or',
  'why-blame',
  'advice',
  'judging',
  'stacked',
  'reflection',
  'consent',
  'promise',
  'statement',
  'greeting',
  'thanks',
  'unclear',
  'other-language',
  'off-topic',
  'made-up',
  'repeat',
  'long',
  'unsure',
  'silence',
] as const;
export type HeardAs = (typeof heardAs)[number];

/** Something that I said, as it was heard. */
export interface Heard {
  readonly as: HeardAs;
  /** What it led to, if anything. */
  readonly thread: string | null;
}

/** What it did to the presenter. */
export type Effect = 'opened' | 'told' | 'same' | 'closed';

export interface Turn {
  /** Empty, if it was said aloud. */
  readonly asked: string;
  readonly heard: Heard;
  readonly reply: string;
  readonly effect: Effect;
}

/** A practice conversation so far. It follows from what was asked; nothing is drawn by lot. */
export interface PracticeConversation {
  readonly openness: Openness;
  /** How many layers of each thread were told. */
  readonly told: ReadonlyMap<string, number>;
  /** What was spoken of last. */
  readonly last: string | null;
  readonly turns: readonly Turn[];
}

export const beginning: PracticeConversation = {
  openness: 'guarded',
  told: new Map(),
  last: null,
  turns: [],
};

/** After so many questions it may be enough. */
export const plenty = 8;
/** No conversation goes on for longer. */
export const most = 30;
