import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkRelay, dated } from '../../scripts/relays/check.ts';
import { OpenNostrRelay } from '../support/nostr-relay.ts';

let relay: OpenNostrRelay;
beforeEach(async () => {
  relay = await OpenNostrRelay.open();
});
afterEach(() => relay.close());

test('a relay that passes words on works; others are told by what they do', async () => {
  const working = await checkRelay(relay.address);
  expect(working).toMatchObject({ works: true, told: expect.stringMatching(/^\d+ ms$/) });
  relay.rule = () => 'auth-required: members only';
  expect(await checkRelay(relay.address)).toMatchObject({ works: false, told: 'needs-login' });
  const { address } = relay;
  await relay.close();
  expect(await checkRelay(address)).toMatchObject({ works: false, told: 'cannot be reached' });
  relay = await OpenNostrRelay.open();

  const list = [
    { address, owner: 'A', checked: '2020-01-01' },
    { address: 'nostr+wss://other.example', owner: 'B', checked: null },
  ];
  expect(dated(list, [working], '2030-02-03').map(({ checked }) => checked)).toEqual([
    '2030-02-03',
    null,
  ]);
});
