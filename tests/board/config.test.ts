import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/board/config.ts';

const page = { protocol: 'https:', host: 'circles.example' };

test('the rendezvous of the site itself is no foreign host', () => {
  expect(parseConfig({ rendezvous: ['self'] }, '/toolkit/', page)).toEqual({
    rendezvous: ['wss://circles.example/toolkit/rendezvous'],
    iceServers: [],
    hasTurn: false,
    contacts: [],
    foreignHosts: [],
    faults: [],
  });
  expect(
    parseConfig({ rendezvous: ['self'] }, '/', { ...page, protocol: 'http:' }).rendezvous,
  ).toEqual(['ws://circles.example/rendezvous']);
});

test('every other host that connecting would contact is named once', () => {
  const said = {
    rendezvous: ['self', 'wss://relay.example/a', 'wss://relay.example/b'],
    iceServers: [
      { urls: 'stun:stun.example:3478' },
      { urls: ['turn:turn.example?transport=tcp'], username: 'u', credential: 'p' },
    ],
  };
  expect(parseConfig(said, '/', page).foreignHosts).toEqual([
    'relay.example',
    'stun.example:3478',
    'turn.example',
  ]);
});

test('an entry that is not what it should be is left out, and named', () => {
  const said = {
    rendezvous: ['https://x.example', 7, null, 'wss://two words'],
    iceServers: [{}, 'stun:x', { urls: 7 }, { urls: 'http://x' }, { urls: [] }, { urls: 'turn:x' }],
  };
  expect(parseConfig(said, '/', page)).toEqual({
    rendezvous: [],
    iceServers: [],
    hasTurn: false,
    contacts: [],
    foreignHosts: [],
    faults: [
      'rendezvous[0] (https://x.example)',
      ...[1, 2].map((at) => `rendezvous[${at}]`),
      'rendezvous[3] (wss://two words)',
      'iceServers[0]',
      'iceServers[1] (stun:x)',
      ...[2, 3, 4, 5].map((at) => `iceServers[${at}]`),
    ],
  });
});

// Each makes the browser throw when a connection begins, so that nobody would ever be found.
test.each([
  'stun:a.example:99999',
  'stun:a.example:0',
  'stun:two words',
  'stun:a.example?transport=udp',
  'turn:a.example?transport=tls',
  'turn:a.example?x=1',
  'stun:::1',
  'stun:a.example:',
  'stun:a.example#x',
  'stun:ana@a.example',
])('the server %s is left out, and named', (urls) => {
  const said = { rendezvous: [], iceServers: [{ urls, username: 'u', credential: 'p' }] };
  expect(parseConfig(said, '/', page)).toMatchObject({ iceServers: [], faults: ['iceServers[0]'] });
});

test.each([
  'stun:a.example',
  'stun:1.2.3.4:3478',
  'stuns:[2001:db8::1]:5349',
  'turn:a.example?transport=tcp',
  'turns:a.example:443?transport=tcp',
])('the server %s is used', (urls) => {
  const said = { rendezvous: [], iceServers: [{ urls, username: 'u', credential: 'p' }] };
  expect(parseConfig(said, '/', page).faults).toEqual([]);
});

test('what is no list, and a whole that is no object, are faults too', () => {
  expect(parseConfig({ rendezvous: 'self' }, '/', page).faults).toEqual(['rendezvous']);
  expect(parseConfig([], '/', page).faults).toEqual(['{}']);
  expect(parseConfig({ rendevous: ['self'] }, '/', page).faults).toEqual(['rendezvous']);
});

test.each([
  ['nostr+wss://relay.example', true],
  ['nostr+wss://relay.example/path?x=1', true],
  ['ws://relay.example', false],
  ['nostr+ws://relay.example', false],
  ['nostr+https://relay.example', false],
  ['wss://', false],
  ['wss:///x', false],
  ['wss://relay.example/#x', false],
  ['wss://ana@relay.example', false],
  ['wss://a b', false],
  ['mesh:room', false],
])('%s: %s', (address, isUsable) => {
  const { rendezvous } = parseConfig({ rendezvous: [address] }, '/', page);
  expect(rendezvous).toEqual(isUsable ? [address] : []);
});

test('"public" stands for the relays that come with Askwell, each with who runs it', () => {
  const { rendezvous, contacts } = parseConfig({ rendezvous: ['public', 'public'] }, '/', page);
  expect(rendezvous.length).toBeGreaterThan(1);
  expect(contacts).toHaveLength(rendezvous.length);
  for (const { kind, owner } of contacts)
    expect([kind, owner]).toEqual(['nostr', expect.any(String)]);
});

test('a TURN server that is named by UDP and by TCP is shown once', () => {
  const turn = { username: 'u', credential: 'p' };
  const said = {
    iceServers: [
      { urls: 'turn:a.example:3478?transport=udp', ...turn },
      { urls: 'turn:a.example:3478?transport=tcp', ...turn },
    ],
  };
  const { contacts, iceServers } = parseConfig(said, '/', page);
  expect(contacts).toEqual([{ host: 'a.example:3478', kind: 'turn', owner: null }]);
  expect(iceServers).toHaveLength(2);
});

test('what each host is for is told', () => {
  const said = {
    rendezvous: ['wss://a.example/x', 'nostr+wss://b.example'],
    iceServers: [
      { urls: ['stun:c.example', 'turns:d.example:443'], username: 'u', credential: 'p' },
    ],
  };
  const kinds = parseConfig(said, '/', page).contacts.map(({ host, kind }) => `${host} ${kind}`);
  expect(kinds).toEqual([
    'a.example rendezvous',
    'b.example nostr',
    'c.example stun',
    'd.example:443 turn',
  ]);
});

test('TURN is told from STUN', () => {
  const hasTurn = (server: object) =>
    parseConfig({ rendezvous: [], iceServers: [server] }, '/', page).hasTurn;
  expect(hasTurn({ urls: 'stun:x.example' })).toBe(false);
  const user = { username: 'u', credential: 'p' };
  expect(hasTurn({ urls: ['stun:x.example', 'turns:x.example'], ...user })).toBe(true);
});

test('no configuration stops the page', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      expect(() => parseConfig(said, '/', page)).not.toThrow();
    }),
  );
});
