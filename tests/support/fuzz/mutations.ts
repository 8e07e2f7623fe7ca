import type { Dice } from '../dice.ts';

/** Numbers at which decoders of lengths and times go wrong. */
const edges = [0, 1, 2, 127, 128, 200, 254, 255];

/** The bytes with one to four things wrong. */
export function wrongBytes(dice: Dice, good: Uint8Array): Uint8Array<ArrayBuffer> {
  let bytes = Uint8Array.from(good);
  for (let times = 1 + dice.below(4); times > 0; times--) bytes = wrongOnce(dice, bytes);
  return bytes;
}

function wrongOnce(dice: Dice, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = dice.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + dice.below(8));
  const changed = Uint8Array.from(bytes);
  switch (dice.below(6)) {
    case 0:
      if (at < changed.length) changed[at] = dice.pick(edges);
      return changed;
    case 1:
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
      return changed;
    case 2:
      return changed.slice(0, at);
    case 3:
      return Uint8Array.of(...changed.subarray(0, at), ...changed.subarray(end));
    case 4:
      return Uint8Array.of(...changed.subarray(0, end), ...changed.subarray(at));
    default:
      return Uint8Array.of(
        ...changed.subarray(0, at),
        ...Array.from({ length: 1 + dice.below(6) }, () => dice.below(256)),
        ...changed.subarray(at),
      );
  }
}

const oddText = [
  '',
  ' ',
  '#',
  '%',
  '%23',
  '"',
  '{',
  '}',
  '\\',
  '\n',
  '-',
  '_',
  '=',
  '\u0000',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\ud800',
  '😀',
  '__proto__',
  'null',
  '1e999',
  'https://example.org/circle/#',
];

/** The text with one to four things wrong. */
export function wrongText(dice: Dice, good: string): string {
  let text = good;
  for (let times = 1 + dice.below(4); times > 0; times--) {
    const at = dice.below(text.length + 1);
    const end = at + dice.below(6);
    const [before, cut, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
    text = dice.pick([
      () => before + after,
      () => before + cut + cut + after,
      () => before + dice.pick(oddText) + after,
      () => before + dice.pick(oddText) + cut + after,
      () => before + String.fromCharCode(dice.below(0x2100)) + after,
      () => before,
      () => after + before,
      () => before + cut.toUpperCase() + after,
    ])();
  }
  return text;
}

const oddValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => -1,
  () => 0.5,
  () => 1e308,
  () => -8.64e15 - 1,
  () => NaN,
  () => -Infinity,
  () => 2 ** 53,
  () => '',
  () => 'x',
  () => '2026-02-30',
  () => '\ud800',
  () => 'x'.repeat(30_000),
  () => [],
  () => {
    const parsed: unknown = JSON.parse('{"__proto__":{"page":"a"},"length":-1}');
    return parsed;
  },
  () => Array.from({ length: 100 }, () => 'x'),
  () => new Date(NaN),
  () => new Uint8Array(3),
];

/** The value, as JSON might bring it, with one to three of its parts gone, odd or taken from elsewhere in it. */
export function wrongValue(dice: Dice, good: unknown): unknown {
  let value = structuredClone(good);
  for (let times = 1 + dice.below(3); times > 0; times--) value = wrongPart(dice, value);
  return value;
}

function wrongPart(dice: Dice, value: unknown): unknown {
  const isDeep = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (typeof value === 'string' && dice.happens(0.5)) return wrongText(dice, value);
  if (!isDeep || dice.happens(0.1)) return dice.pick(oddValues)();
  const entries: [string, unknown][] = Object.entries(value);
  const [name, part] = dice.pick(entries);
  const changed = dice.pick([
    () => entries.filter(([other]) => other !== name),
    () => [...entries, [`${name}s`, part] as [string, unknown]],
    () => put(entries, name, dice.pick(oddValues)()),
    () => put(entries, name, dice.pick(entries)[1]),
    () => put(entries, name, wrongPart(dice, part)),
    () => put(entries, name, wrongPart(dice, part)),
  ])();
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

const put = (entries: [string, unknown][], name: string, value: unknown): [string, unknown][] =>
  entries.map(([other, before]) => [other, other === name ? value : before]);
