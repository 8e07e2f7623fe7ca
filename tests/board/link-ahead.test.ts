import { Doc } from 'yjs';
import { expect, test, vi } from 'vitest';
import { parseConfig } from '../../src/board/config.ts';
import { LinkAhead } from '../../src/board/link-ahead.ts';
import { settingsOf } from '../../src/board/link-settings.ts';
import type { Connect, LinkSettings } from '../../src/sync/link.ts';
import { fakeLink } from '../support/fake-link.ts';

const page = { protocol: 'https:', host: 'askwell.test' };
const own = parseConfig({ rendezvous: ['/rendezvous'] }, '/', page);
const foreign = parseConfig({ rendezvous: ['wss://elsewhere.test'] }, '/', page);
const keys = { room: 'r', signalling: 's', codes: 'c', relay: 'r' };
const clock = () => ({ now: 7, heldFor: 1 });

function ahead(site = own) {
  const close = vi.fn(() => Promise.resolve());
  const opened: LinkSettings[] = [];
  const connect: Connect = (_, __, settings) => {
    opened.push(settings);
    return Promise.resolve(fakeLink({ close }));
  };
  const link = new LinkAhead(Promise.resolve(keys), Promise.resolve(site), connect);
  return { link, opened, close };
}

async function isReady(settings: LinkSettings | undefined): Promise<boolean> {
  const later = Symbol('later');
  return (await Promise.race([settings?.ready, Promise.resolve(later)])) !== later;
}

test('the circle that asked for it takes the link, and only then are words exchanged', async () => {
  const { link, opened } = ahead();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  expect(await isReady(opened[0])).toBe(false);
  expect(await link.take(link.doc, settingsOf(own, clock))).not.toBeNull();
  expect(await isReady(opened[0])).toBe(true);
  expect(opened[0]?.clock()).toEqual({ now: 7, heldFor: 1 });
  expect(await link.take(link.doc, settingsOf(own, clock))).toBeNull();
});

test('a service of another host is not contacted before the person has agreed', async () => {
  const { link, opened } = ahead(foreign);
  expect(await link.take(link.doc, settingsOf(foreign, clock))).toBeNull();
  expect(opened).toEqual([]);
});

test('a link by other settings than the circle wants is closed', async () => {
  const { link, close } = ahead();
  const other = { ...settingsOf(own, clock), relayOnly: true };
  expect(await link.take(link.doc, other)).toBeNull();
  expect(close).toHaveBeenCalledOnce();
});

test('another document does not get the link, and a link that nobody takes is closed', async () => {
  const { link, close } = ahead();
  expect(await link.take(new Doc(), settingsOf(own, clock))).toBeNull();
  await link.drop();
  expect(close).toHaveBeenCalledOnce();
});
