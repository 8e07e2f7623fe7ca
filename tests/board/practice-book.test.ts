import '../support/database.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PracticeBook } from '../../src/board/practice-book.ts';
import type { Act } from '../../src/domain/practice/act.ts';
import { PracticeDatabase } from '../../src/storage/practice-database.ts';
import { PracticeDisk } from '../../src/storage/practice-disk.ts';

const DAY = 20_000;
const did = (item: string, wentWell: boolean, day = DAY): Act => ({
  kind: 'did',
  item,
  wentWell,
  day,
});
const wrote = (item: string, text: string): Act => ({ kind: 'wrote', item, text });
const full = new DOMException('The disk is full', 'QuotaExceededError');

let store: Map<string, string>;
let count = 0;
let name: string;

beforeEach(() => {
  store = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  });
  vi.spyOn(console, 'warn').mockReturnValue();
  count += 1;
  name = `practice-${count}`;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const database = (): PracticeDatabase => new PracticeDatabase(name);
const tab = (disk = new PracticeDisk(database())): PracticeBook =>
  new PracticeBook(() => Promise.resolve(disk));
const backIn = async (book: PracticeBook) =>
  Object.fromEntries([...(await book.read()).practised].map(([item, { back }]) => [item, back]));

test('what was done and written is there on the next visit, and no disk is opened before the first', async () => {
  const open = vi.fn(() => Promise.resolve(new PracticeDisk(database())));
  const book = new PracticeBook(open);
  expect(book.isBegun).toBe(false);
  expect((await book.read()).practised.size).toBe(0);
  expect(open).not.toHaveBeenCalled();
  expect(await book.add(did('sort-01', false))).toBe(true);
  await book.add(wrote('open-01', 'What'));
  await book.add(wrote('open-01', 'What else?'));
  const next = tab();
  expect(next.isBegun).toBe(true);
  const known = await next.read();
  expect(known.practised.get('sort-01')).toMatchObject({ last: DAY, back: DAY + 1 });
  expect([...known.words]).toEqual([['open-01', 'What else?']]);
});

test('two tabs at once both count', async () => {
  const [one, other] = [tab(), tab()];
  await Promise.all([
    one.add(did('a', false)),
    other.add(did('b', true)),
    one.add(wrote('c', 'C')),
  ]);
  expect(await backIn(one)).toEqual({ a: DAY + 1, b: null });
  expect((await other.read()).words.get('c')).toBe('C');
  await Promise.all([one.add(did('b', true)), other.add(did('b', false))]);
  expect(await backIn(other)).toEqual({ a: DAY + 1, b: DAY + 1 });
});

test('a full disk loses nothing: it is shown, and goes with the next, in this tab or another one', async () => {
  const disk = new PracticeDisk(database());
  const write = vi.spyOn(disk, 'write').mockRejectedValue(full);
  const book = tab(disk);
  expect(await book.add(did('a', false))).toBe(false);
  expect(await book.add(wrote('a', 'Mine'))).toBe(false);
  expect(await backIn(book)).toEqual({ a: DAY + 1 });
  const later = tab();
  expect((await later.read()).words.get('a')).toBe('Mine');
  expect(await later.add(did('b', true))).toBe(true);
  expect(await backIn(later)).toEqual({ a: DAY + 1, b: null });
  write.mockRestore();
  expect(await book.add(did('c', true))).toBe(true);
  expect(await backIn(tab())).toEqual({ a: DAY + 1, b: null, c: null });
});

test('where a browser keeps nothing at all, it is there as long as the page', async () => {
  vi.stubGlobal('localStorage', undefined);
  const book = new PracticeBook(() => Promise.reject(full));
  expect(await book.add(did('private', false))).toBe(false);
  expect(await backIn(book)).toMatchObject({ private: DAY + 1 });
});

test('what is left over from another version, or damaged, stops nothing', async () => {
  store.set(
    'askwell.practice-waiting',
    '[{"kind":"did"},{"kind":"wrote","item":"a","text":"b"},7]',
  );
  const rows = database();
  await rows.practised.put({ item: 'x', last: 'soon' } as never);
  await rows.practised.put({ item: 'y', last: DAY, back: 'never', passed: 99 } as never);
  const book = tab();
  expect((await book.read()).words.get('a')).toBe('b');
  await book.add(did('x', true));
  expect(await backIn(book)).toEqual({ x: null, y: null });
  store.set('askwell.practice-waiting', '{');
  expect(tab().isBegun).toBe(true);
});

test('what is forgotten is gone for every tab, and a refusal is told', async () => {
  const [one, other] = [tab(), tab()];
  await one.add(did('a', false));
  await one.add(wrote('a', 'Mine'));
  await other.forget();
  expect((await one.read()).practised.size).toBe(0);
  expect(tab().isBegun).toBe(false);
  expect(await database().words.count()).toBe(0);
  const disk = new PracticeDisk(database());
  vi.spyOn(disk, 'clear').mockRejectedValue(full);
  await expect(tab(disk).forget()).rejects.toBe(full);
});
