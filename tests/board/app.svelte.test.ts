import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/board/app.svelte.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { UpdateLog } from '../../src/storage/update-log.ts';

let stop = (): void => undefined;
const shown = (app: App) =>
  vi.waitFor(() => {
    expect(app.view.kind).not.toBe('loading');
    return app.view;
  });
const openPage = (hash: string): App => {
  history.replaceState(null, '', `/circle/${hash}`);
  const app = new App('/');
  stop = app.start();
  return app;
};
const goTo = (hash: string): void => {
  history.replaceState(null, '', `/circle/${hash}`);
  window.dispatchEvent(new Event('hashchange'));
};

beforeEach(() => {
  Object.assign(Dexie.dependencies, { indexedDB: new IDBFactory(), IDBKeyRange });
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  localStorage.clear();
});

test('a founded circle is open, and the address bar says nothing that lets anyone in', async () => {
  const app = openPage('#new');
  expect((await shown(app)).kind).toBe('start');
  await app.found('Tuesday circle', 'Ana', '');
  const { view } = app;
  if (view.kind !== 'circle') throw new Error(view.kind);
  expect(view.circle.board.name).toBe('Tuesday circle');
  expect(view.circle.board.mySeat?.member.name).toBe('Ana');
  expect(location.hash).toBe(`#my-${view.circle.remembered.id}`);
});

test('a founded circle is shown once the disk has it: a reload at that moment finds its name', async () => {
  const app = openPage('#new');
  await shown(app);
  let onDisk = (): void => undefined;
  const flush = vi
    .spyOn(UpdateLog.prototype, 'flush')
    .mockReturnValue(new Promise((resolve) => (onDisk = resolve)));
  const founding = app.found('Tuesday circle', 'Ana', '');
  await vi.waitFor(() => expect(flush).toHaveBeenCalled());
  expect(app.view.kind).toBe('start');
  onDisk();
  await founding;
  expect(app.view.kind).toBe('circle');
});

test('a circle has pages of its own, and an address that names none of them is the circle’s', async () => {
  const app = openPage('#new');
  await shown(app);
  await app.found('Tuesday circle', 'Ana', '');
  const { hash } = location;
  for (const [address, page] of [
    ['/history', { part: 'history', about: '' }],
    ['/history/today', { part: 'history', about: 'today' }],
    ['/elsewhere', null],
    ['', null],
  ] as const) {
    goTo(hash + address);
    await vi.waitFor(() => expect(app.view).toMatchObject({ kind: 'circle', shown: page }));
  }
});

test.each([
  ['#my-nobody', 'unknown-circle'],
  ['#hello', 'no-link'],
  ['#AQAAAAAAAAAAAAAAAAAAAAAAAAA', 'cut'],
])('an address of %s says what is wrong with it', async (hash, trouble) => {
  expect(await shown(openPage(hash))).toMatchObject({ kind: 'trouble', trouble });
});

test('a circle can be founded on a full disk, and the page says that it is not kept', async () => {
  const app = openPage('#new');
  await shown(app);
  const quota = new DOMException('The disk is full', 'QuotaExceededError');
  vi.spyOn(RememberedCircles.prototype, 'remember').mockRejectedValue(quota);
  await app.found('Tuesday circle', 'Ana', '');
  expect([app.view.kind, app.here.keeps]).toEqual(['circle', false]);
});

test('a disk that cannot be read is told', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(RememberedCircles.prototype, 'find').mockRejectedValue(
    new DOMException('', 'UnknownError'),
  );
  expect(await shown(openPage('#my-abc'))).toMatchObject({ kind: 'trouble', trouble: 'failed' });
});

test('going on before a circle has opened ends at the last address', async () => {
  const app = openPage('#new');
  await shown(app);
  await app.found('First', 'Ana', '');
  const first = location.hash;
  const firstView = app.view;
  await app.found('Second', 'Ana', '');
  const second = location.hash;
  goTo(first);
  goTo(second);
  goTo(first);
  await vi.waitFor(() => {
    const { view } = app;
    if (view.kind !== 'circle') throw new Error(view.kind);
    expect(view.circle.board.name).toBe('First');
  });
  expect(app.view).not.toBe(firstView);
});
