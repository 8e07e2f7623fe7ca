import fc from 'fast-check';
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatInvitation, readInvitation } from '../../../src/sync/invitation.ts';
import { findCode, importKey, LONGEST, readCode, writeCode } from '../../../src/sync/codes/code.ts';
import { readSdp, writeSdp, type Description } from '../../../src/sync/codes/description.ts';
import type { Carried } from '../../../src/sync/codes/pack.ts';
import { realSdps } from './real-sdps.ts';

const peer = '24e7f37c-289c-457c-b022-b03f8eef7c65';
const keyOf = (byte: number) => importKey(toBase64UrlEncoded(new Uint8Array(32).fill(byte)));

let key: CryptoKey;
let another: CryptoKey;
let code: string;

function carried(sdp: string, kind: Carried['kind'] = 'invitation'): Carried {
  return { kind, peer, mark: 65_535, description: described(sdp) };
}

function described(sdp: string): Description {
  const description = readSdp(sdp);
  if (description === null) throw new Error('no description');
  return description;
}

async function written(what: Carried): Promise<string> {
  return (await writeCode(what, key)) ?? 'nothing';
}

beforeAll(async () => {
  key = await keyOf(1);
  another = await keyOf(2);
  code = await written(carried(realSdps[0]![1]));
});

describe('a code', () => {
  test.each(realSdps)('of %s is short and says all that connects', async (_, sdp) => {
    for (const kind of ['invitation', 'answer'] as const) {
      const whole = carried(sdp, kind);
      const short = await written(whole);
      expect(short.length).toBeLessThanOrEqual(LONGEST);
      const read = await readCode(short, key);
      if ('fault' in read) throw new Error(read.fault);
      const { candidates, ...rest } = read.description;
      const { candidates: all, ...expected } = whole.description;
      expect({ ...read, description: rest }).toEqual({ ...whole, description: expected });
      for (const type of new Set(all.map((candidate) => candidate.type))) {
        expect(candidates.filter((one) => one.type === type)).not.toEqual([]);
      }
      const again = described(writeSdp(kind === 'answer' ? 'answer' : 'offer', read.description));
      expect(again).toEqual(read.description);
    }
  });

  test('is 250 characters at most, whatever a browser finds', () => expect(LONGEST).toBe(250));

  test('carries at most two ways of a kind, the best, and one relay', () => {
    const [, many] = realSdps[2]!;
    expect(described(many).candidates.map(({ address }) => address)).toEqual([
      '10.0.1.7',
      '10.0.2.7',
    ]);
    const [, full] = realSdps[4]!;
    expect(described(full).candidates.map(({ type }) => type)).toEqual([
      'host',
      'host',
      'srflx',
      'srflx',
      'relay',
    ]);
  });

  test('says nothing of addresses to who is not of the circle', async () => {
    const [, sdp] = realSdps[1]!;
    const bytes = findCode(await written(carried(sdp)));
    if ('fault' in bytes) throw new Error(bytes.fault);
    expect([...bytes.bytes].join()).not.toContain('192,168,178,23');
  });

  test.each([
    ['alone', (it: string) => it],
    ['in a link', (it: string) => `https://askwell.example/circle/#code-${it}`],
    ['in a link with an encoded #', (it: string) => `https://askwell.example/circle/%23code-${it}`],
    ['in a sentence', (it: string) => `Here is my code: ${it}. See you`],
    ['in quotes', (it: string) => `“${it}”`],
    ['underlined', (it: string) => `_${it}_`],
    ['after spaces and line breaks', (it: string) => `\n  ${it} \r\n`],
    ['with invisible spaces', (it: string) => `${it.slice(0, 70)}\u200B${it.slice(70)}`],
    [
      'broken into lines',
      (it: string) => `Hi,\n${it.slice(0, 76)}\n${it.slice(76, 152)}\n${it.slice(152)}\nBen`,
    ],
    [
      'as a broken link',
      (it: string) => `https://a.example/circle/#code-${it.slice(0, 60)}\n${it.slice(60)}\n`,
    ],
  ])('is found %s', async (_, around) => {
    expect(await readCode(around(code), key)).toMatchObject({ kind: 'invitation', peer });
  });

  test.each([
    ['nothing', ''],
    ['a sentence', 'What would make the biggest difference for you this week?'],
    [
      'the link of a circle',
      `https://a.example/circle/#${formatInvitation({ secret: new Uint8Array(16) })}`,
    ],
    ['the link of a call', 'https://meet.example/abc-defg-hij?pwd=wRwRwRwRwRwRwR'],
  ])('is not found in %s', async (_, text) => {
    expect(await readCode(text, key)).toEqual({ fault: 'unreadable' });
  });

  test('with its end missing is told as cut', async () => {
    for (let length = 40; length < code.length; length += 7) {
      expect(await readCode(`Take this ${code.slice(0, length)}`, key)).toEqual({ fault: 'cut' });
    }
    expect(await readCode(code.slice(3), key)).toEqual({ fault: 'cut' });
  });

  test('of another circle is told as such', async () => {
    expect(await readCode(code, another)).toEqual({ fault: 'other-circle' });
  });

  test('of a newer version is told as such, whatever its length', async () => {
    for (const length of [95, 140, 300]) {
      const content = Uint8Array.of(0xc3, ...new Uint8Array(length));
      const label = new TextEncoder().encode('askwell code');
      const sum = digest(Uint8Array.of(...label, ...content)).slice(0, 3);
      const newer = toBase64UrlEncoded(Uint8Array.of(...content, ...sum));
      expect(await readCode(newer, key)).toEqual({ fault: 'newer' });
    }
  });

  test('is never taken for the link of a circle', () => {
    const { kind } = readInvitation(`https://a.example/circle/#code-${code}`);
    expect(['cut', 'none']).toContain(kind);
  });

  test('with one changed character is never taken for a good one', async () => {
    const change = fc.tuple(fc.nat(code.length - 1), fc.constantFrom('A', 'b', '7', '-', '_', ' '));
    await fc.assert(
      fc.asyncProperty(change, async ([at, character]) => {
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        // Some bits of the last character may say nothing.
        fc.pre(toBase64UrlEncoded(fromBase64UrlEncoded(wrong)) !== code);
        expect(await readCode(wrong, key)).toHaveProperty('fault');
      }),
      { numRuns: 50 },
    );
  });
});
