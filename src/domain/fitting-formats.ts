import type { Format } from './format.ts';
import { leastMinutes, planWithin } from './plan.ts';

/** What a session is for, as somebody who starts one says it. */
export const needs = [
  'usual',
  'thinking',
  'ideas',
  'person',
  'tired',
  'goal',
  'crossroads',
  'several',
  'nobody',
  'norms',
  'ending',
] as const;
export type Need = (typeof needs)[number];

/** What a circle has to do now, where that is more than its usual session. */
export type Due = 'first' | 'norms' | null;

/** A format as it is offered: for each need that it serves its place among those that do, the lowest first. */
export interface FormatOffered extends Format {
  readonly needs: Readonly<Partial<Record<Need | 'first', number>>>;
}

/** From this place on a format is not made for a need, and does where nothing else fits. */
const INSTEAD = 10;

export const isMadeFor = ({ needs: serves }: FormatOffered, need: Need): boolean =>
  (serves[need] ?? INSTEAD) < INSTEAD;

/** In these the others say what they think, once the presenter has asked for it. */
export const isForIdeas = ({ phases }: Format): boolean =>
  phases.some(({ phase }) => phase === 'offers');

export interface Wish {
  /** `all`: whatever the need. */
  readonly need: Need | 'all';
  readonly due: Due;
  readonly people: number;
  /** How much time there is; `null`: as much as it takes. */
  readonly minutes: number | null;
}

/** Why a format cannot be taken today. */
export type Hindrance =
  | { readonly kind: 'people'; readonly people: readonly [number, number] }
  | { readonly kind: 'minutes'; readonly least: number };

export interface Fitting<Offered extends FormatOffered> {
  readonly format: Offered;
  readonly hindrance: Hindrance | null;
}

export const fitsPeople = ({ people: [fewest, most] }: Format, people: number): boolean =>
  fewest <= people && people <= most;

/**
 * The formats that serve a need, those first that can be taken today, the first of them to be recommended. Where none
 * of them can, the usual ones that can come before them.
 * @param planOf what a session of this format would hold now
 */
export function fittingFormats<Offered extends FormatOffered>(
  formats: readonly Offered[],
  wish: Wish,
  planOf: (format: Offered) => Format['phases'],
): Fitting<Offered>[] {
  const hindranceOf = (format: Offered): Hindrance | null => {
    if (!fitsPeople(format, wish.people)) return { kind: 'people', people: format.people };
    const plan = planOf(format);
    return wish.minutes === null || planWithin(plan, wish.minutes)
      ? null
      : { kind: 'minutes', least: leastMinutes(plan) };
  };
  const serving = (need: Wish['need']): Fitting<Offered>[] =>
    formats
      .flatMap((format) => {
        const place = placeOf(format, need, wish.due);
        return place === null ? [] : [{ format, hindrance: hindranceOf(format), place }];
      })
      .sort(
        (a, b) =>
          Number(a.hindrance !== null) - Number(b.hindrance !== null) ||
          a.place - b.place ||
          (a.format.id < b.format.id ? -1 : 1),
      )
      .map(({ format, hindrance }) => ({ format, hindrance }));

  const found = serving(wish.need);
  if (found[0]?.hindrance === null) return found;
  const instead = serving('usual').concat(serving('nobody'));
  return [...instead.filter(({ hindrance }) => hindrance === null), ...found];
}

/** Behind all that are asked for. */
const LAST = 100;

function placeOf({ needs: serves }: FormatOffered, need: Wish['need'], due: Due): number | null {
  if (need === 'all') return serves.usual ?? LAST;
  const usual = serves[need];
  if (need !== 'usual' || due === null) return usual ?? null;
  const first = due === 'first' ? serves.first : serves.norms;
  return first ?? (usual === undefined ? null : LAST + usual);
}
