/** What a circle does at one time; each has a stage of its own on the screen. */
export const phases = [
  'arrive',
  'norms',
  'report-back',
  'choose',
  'contract',
  'present',
  'clarify',
  'think',
  'explore',
  'mirror',
  'affirm',
  /** Before ideas, until the presenter has said whether they want any; in no plan. */
  'before-offers',
  'offers',
  'respond',
  'listen',
  'pairs',
  'look-back',
  'break',
  'learn',
  'commit',
  'decide',
  'close',
  /** What a newer version of Askwell calls by a name that this one does not know. */
  'unknown',
] as const;
export type Phase = (typeof phases)[number];

/** One phase of a plan and how long it may take. */
export interface PlannedPhase {
  readonly phase: Phase;
  readonly minutes: number;
}

/** A sequence of phases with minutes, as kept in `content/formats`. */
export interface Format {
  readonly id: string;
  /** How many people it is made for: fewest and most. */
  readonly people: readonly [number, number];
  readonly phases: readonly PlannedPhase[];
}
