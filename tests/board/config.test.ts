import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/board/config.ts';

const page = { protocol: 'https:', host: 'circles.example' };

test('the rendezvous of the site itself is no foreign host', () => {
  expect(parseConfig({ rendezvous: ['self'] }, '/toolkit/', page)).toEqual({
    rendezvous: ['wss://circles.example/toolkit/rendezvous'],
    iceServers: [],
    foreignHosts: [],
  });
  expect(
    parseConfig({ rendezvous: ['self'] }, '/', { ...page, protocol: 'http:' }).rendezvous,
  ).toEqual(['ws://circles.example/rendezvous']);
});

test('every other host that connecting would contact is named once', () => {
  const said = {
    rendezvous: ['self', 'wss://relay.example/a', 'wss://relay.example/b'],
    iceServers: [{ urls: 'stun:stun.example:3478' }, { urls: ['turn:turn.example?transport=tcp'] }],
  };
  expect(parseConfig(said, '/', page).foreignHosts).toEqual([
    'relay.example',
    'stun.example:3478',
    'turn.example',
  ]);
});

test('an entry that is not what it should be is left out', () => {
  const said = {
    rendezvous: ['https://x.example', 7, null],
    iceServers: [{}, 'stun:x', { urls: 7 }, { urls: 'http://x' }, { urls: [] }],
  };
  expect(parseConfig(said, '/', page)).toEqual({
    rendezvous: [],
    iceServers: [],
    foreignHosts: [],
  });
});

test('no configuration stops the page', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      expect(() => parseConfig(said, '/', page)).not.toThrow();
    }),
  );
});
