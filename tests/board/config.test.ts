import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasTurn, parseConfig } from '../../src/board/config.ts';

const page = { protocol: 'https:', host: 'circles.example' };

test('the rendezvous of the site itself is no foreign host', () => {
  expect(parseConfig({ rendezvous: ['self'] }, '/toolkit/', page)).toEqual({
    rendezvous: ['wss://circles.example/toolkit/rendezvous'],
    iceServers: [],
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
    foreignHosts: [],
    faults: [
      ...[0, 1, 2, 3].map((at) => `rendezvous[${at}]`),
      ...[0, 1, 2, 3, 4, 5].map((at) => `iceServers[${at}]`),
    ],
  });
});

test('what is no list, and a whole that is no object, are faults too', () => {
  expect(parseConfig({ rendezvous: 'self' }, '/', page).faults).toEqual(['rendezvous']);
  expect(parseConfig([], '/', page).faults).toEqual(['{}']);
});

test('TURN is told from STUN', () => {
  expect(hasTurn([{ urls: 'stun:x.example' }])).toBe(false);
  expect(hasTurn([{ urls: ['stun:x.example', 'turns:x.example'] }])).toBe(true);
});

test('no configuration stops the page', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      expect(() => parseConfig(said, '/', page)).not.toThrow();
    }),
  );
});
