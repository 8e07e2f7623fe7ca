import { afterEach, expect, test, vi } from 'vitest';
import { deriveKeys } from '../../src/sync/link-keys.ts';

const invitation = { secret: new Uint8Array(16).fill(7) };
const other = { secret: new Uint8Array(16).fill(8) };

afterEach(() => vi.unstubAllGlobals());

test('the same secret always leads to the same circle, room and key', async () => {
  expect(await deriveKeys(invitation)).toMatchInlineSnapshot(`
    {
      "circle": "ca474243eac45d8c8281518912233647",
      "codes": "mModeLtXPh3Ah7I-hax_vUqj3bUctYmRRFcELDpPUdQ",
      "relay": "B_NpU5YW__0yixW1ecHxFTHaTvf9i3fl_H-TOqyID_k",
      "room": "KGsfK1lI_2ekRGHrkAuXUA",
      "signalling": "2kLIeU5KJdCEH_GL0avDMC0PO800WQmIVRS7K6Sg5dA",
    }
  `);
});

test('another secret leads to others', async () => {
  const ours = Object.values(await deriveKeys(invitation));
  const all = [...ours, ...Object.values(await deriveKeys(other))];
  expect(new Set(all).size).toBe(2 * ours.length);
});

test('on a page without encryption there is a reason instead of keys', async () => {
  vi.stubGlobal('crypto', {});
  await expect(deriveKeys(invitation)).rejects.toMatchObject({ reason: 'not-secure' });
});
