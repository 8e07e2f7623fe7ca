import type { Level } from '../../domain/practice/exercise.ts';
import { beginDone } from './answers/done.ts';
import type { Begin } from './answers/round.ts';
import { beginSequence } from './answers/sequence.ts';
import { beginSilence } from './answers/silence.ts';
import { beginSort } from './answers/sort.ts';
import { beginWritten } from './answers/written.ts';

/** How an exercise of each level is answered. */
const begins: Readonly<Record<Level, Begin>> = {
  sort: beginSort,
  open: beginWritten,
  back: beginWritten,
  strip: beginWritten,
  unadvise: beginWritten,
  reflect: beginWritten,
  verdict: beginWritten,
  sequence: beginSequence,
  silence: beginSilence,
  live: beginDone,
  observe: beginDone,
};

export const beginOf = (level: string | undefined): Begin | undefined =>
  Object.entries(begins).find(([name]) => name === level)?.[1];
