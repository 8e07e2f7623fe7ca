import { practised, type Day, type Practised } from './repetition.ts';

/** Something that I did in the practice room. */
export type Act =
  | { readonly kind: 'did'; readonly item: string; readonly wentWell: boolean; readonly day: Day }
  | { readonly kind: 'wrote'; readonly item: string; readonly text: string };

/** What I have practised, and what I last wrote, by exercise. */
export interface Known {
  readonly practised: ReadonlyMap<string, Practised>;
  readonly words: ReadonlyMap<string, string>;
}

/** Longer is no question; it is cut where it is kept, never on the screen. */
const LONGEST = 2000;

export const withAct = ({ practised: before, words }: Known, act: Act): Known =>
  act.kind === 'did'
    ? {
        practised: new Map(before).set(
          act.item,
          practised(before.get(act.item), act.item, act.wentWell, act.day),
        ),
        words,
      }
    : { practised: before, words: new Map(words).set(act.item, act.text.slice(0, LONGEST)) };

/** An act out of a stored text, or `null`. */
export function actOf(stored: unknown): Act | null {
  const { kind, item, wentWell, day, text } = fieldsOf(stored);
  if (typeof item !== 'string' || item === '') return null;
  if (kind === 'did' && typeof wentWell === 'boolean' && isDay(day))
    return { kind, item, wentWell, day };
  if (kind === 'wrote' && typeof text === 'string')
    return { kind, item, text: text.slice(0, LONGEST) };
  return null;
}

/** A row of what I have practised out of a stored one, or `null`. */
export function practisedOf(stored: unknown): Practised | null {
  const { item, last, back, passed } = fieldsOf(stored);
  if (typeof item !== 'string' || item === '' || !isDay(last)) return null;
  return {
    item,
    last,
    back: isDay(back) ? back : null,
    passed: isDay(passed) && passed >= 0 && passed < 3 ? passed : 0,
  };
}

const isDay = (value: unknown): value is number => Number.isSafeInteger(value);

const fieldsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null ? { ...stored } : {};
