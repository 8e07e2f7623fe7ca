import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayNumber } from '../../src/domain/fade-day.ts';
import type { Link } from '../../src/sync/link.ts';
import { closeDevices, device, offline } from '../support/disk-device.ts';
import { linkTo } from '../support/fake-link.ts';

afterEach(closeDevices);

describe('the link', () => {
  const config = () =>
    Promise.resolve({
      rendezvous: [],
      iceServers: [],
      hasTurn: false,
      contacts: [{ host: 'relay.example', kind: 'nostr' as const, owner: null }],
      foreignHosts: ['relay.example'],
      faults: [],
    });

  test('is opened by a second try where the first found no network', async () => {
    const calls: string[] = [];
    let reachable = false;
    const { circle, board } = await device(undefined, {
      config: () => (reachable ? config() : Promise.reject(offline)),
      connect: () => Promise.resolve(linkTo(['ben'], calls)),
    });
    await circle.connection.connect();
    expect([board.link.trouble, board.link.peers.length]).toEqual(['failed', 0]);
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(board.link.peers).toHaveLength(1));
    expect(board.link.trouble).toBeNull();
    board.link.retry();
    expect(calls).toContain('retry');
  });

  test('is not opened before I have agreed to whom it contacts', async () => {
    const connect = vi.fn(() => Promise.resolve(linkTo([])));
    const { circle, board } = await device(undefined, { config, connect, mayContact: () => false });
    await circle.connection.connect();
    expect(connect).not.toHaveBeenCalled();
    expect(board.link.asksFor).toEqual(['relay.example']);
    expect(board.link.contacts).toMatchObject([{ host: 'relay.example', kind: 'nostr' }]);
  });

  test('is opened once, however often one asks', async () => {
    const connect = vi.fn(() => Promise.resolve(linkTo([])));
    const { circle } = await device(undefined, { config, connect });
    await Promise.all([circle.connection.connect(), circle.connection.connect()]);
    expect(connect).toHaveBeenCalledOnce();
  });

  test('that opens after the circle was left is closed again', async () => {
    const calls: string[] = [];
    const late = Promise.withResolvers<Link>();
    const { circle } = await device(undefined, { config, connect: () => late.promise });
    const connecting = circle.connection.connect();
    await circle.close();
    late.resolve(linkTo([], calls));
    await connecting;
    expect(calls).toEqual(['close']);
  });

  test('says which page this is, and that nobody looks at it', async () => {
    const calls: string[] = [];
    const { circle } = await device(undefined, {
      config,
      connect: () => Promise.resolve(linkTo([], calls)),
    });
    await circle.connection.connect();
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    const day = dayNumber(Date.now());
    const said = calls.map((call) => JSON.parse(call.replace('say ', '')) as object);
    expect(said).toEqual([
      { member: 'ana', device: 'device-one', session: null, away: false, day },
      { member: 'ana', device: 'device-one', session: null, away: true, day },
    ]);
  });
});
