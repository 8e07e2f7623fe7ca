import type { en } from './en.ts';

type English = typeof en;
export type MessageKey = keyof English;

/** The words of one language: every key of English, in its own sentences. */
export type Messages = Readonly<Record<MessageKey, string>>;

type StemOf<Key> = Key extends `${infer Stem}.other` ? Stem : never;

/** `'home.actions'`, because English has `'home.actions.one'` and `'home.actions.other'`. */
type PluralKey = StemOf<MessageKey>;

type SlotIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotIn<Rest>
  : never;

type SlotOf<Key> = Key extends MessageKey
  ? SlotIn<English[Key]>
  : Key extends PluralKey
    ? 'count' | SlotIn<English[Extract<`${Key}.other`, MessageKey>]>
    : never;

type Slots<Key> = [SlotOf<Key>] extends [never]
  ? []
  : [slots: { readonly [Name in SlotOf<Key>]: Name extends 'count' ? number : string | number }];

/**
 * The sentence of a key. `{slots}` are filled in; a number is written as the language writes it.
 * A plural is asked for by its stem: `t('home.actions', { count: 2 })` reads `home.actions.other`.
 */
export type Translate = <Key extends MessageKey | PluralKey>(
  key: Key,
  ...slots: Slots<Key>
) => string;

/** Languages that may write numbers in digits of their own. */
const ownDigits = /^(?:ar|as|bn|ckb|dz|fa|ff|hi|ks|lrc|mni|mr|mzn|my|ne|pa|ps|sa|sat|sd|ur|uz)\b/;

/**
 * @param messages a whole dictionary, or the part of it that a page hands to its script
 * @param locale a BCP 47 tag: `'en'`, `'pt-BR'`
 */
export function translator(messages: Readonly<Partial<Messages>>, locale = 'en'): Translate {
  const sentences = new Map<string, string>(Object.entries(messages));
  // Made when a sentence asks for them: each takes milliseconds, before anything is seen.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;

  return (key, ...[slots]) => {
    const filled = new Map<string, string | number>(Object.entries(slots ?? {}));
    const sentence = sentences.get(key) ?? pluralOf(key, filled.get('count')) ?? key;
    return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = filled.get(name);
      return typeof value === 'number' ? format(value) : (value ?? slot);
    });
  };

  function format(value: number): string {
    const isPlain = Number.isInteger(value) && value >= 0 && value < 1000;
    if (isPlain && !ownDigits.test(locale)) return String(value);
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  }

  function pluralOf(stem: string, count: string | number | undefined): string | undefined {
    if (typeof count !== 'number') return undefined;
    plurals ??= new Intl.PluralRules(locale);
    return sentences.get(`${stem}.${plurals.select(count)}`) ?? sentences.get(`${stem}.other`);
  }
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The way a language is read, for `<html dir>`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr';
}
