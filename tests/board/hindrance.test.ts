import { expect, test } from 'vitest';
import { hindranceOf } from '../../src/board/hindrance.ts';
import { hostsOf } from '../../src/board/services.ts';
import type { LinkStatus, ServiceState } from '../../src/sync/link.ts';

const TURN = 'turn:turn.example:3478?transport=udp';

const statusOf = (states: readonly ServiceState[], turnRefused: readonly string[]): LinkStatus => ({
  state: 'searching',
  rendezvous: states.includes('reached') ? 'reached' : 'unreachable',
  services: states.map((state, at) => ({ address: `wss://${at}.example/`, state })),
  mismatch: null,
  turnRefused,
});

test.each<[string, ServiceState[], string[], string | null]>([
  ['a service that answers hinders nobody', ['reached'], [], null],
  ['no service is named', [], [], 'none-named'],
  ['none can be reached', ['unreachable', 'unreachable'], [], 'unreachable'],
  ['one refuses, and another is reached', ['refused', 'reached'], [], 'refused 0.example'],
  [
    'one asks for an account, the other is gone',
    ['unreachable', 'needs-login'],
    [],
    'refused 1.example',
  ],
  [
    'TURN does not take the password',
    ['reached'],
    [TURN, TURN.replace('udp', 'tcp')],
    'turn-refused turn.example:3478',
  ],
])('%s', (_what, states, turnRefused, expected) => {
  const found = hindranceOf(statusOf(states, turnRefused));
  const hosts = found !== null && 'addresses' in found ? hostsOf(found.addresses) : [];
  expect(found && [found.kind, ...hosts].join(' ')).toBe(expected);
});
