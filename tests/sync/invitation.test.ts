import fc from 'fast-check';
import { toBase64UrlEncoded } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { describe, expect, test } from 'vitest';
import { formatInvitation, newInvitation, readInvitation } from '../../src/sync/invitation.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const invitation = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => ({ secret: new Uint8Array(bytes) }));
const known = { secret: Uint8Array.from({ length: 16 }, (_, at) => at * 7) };
const code = formatInvitation(known);

describe('an invitation', () => {
  test('is 28 characters, and no two are alike', () => {
    expect(code).toMatch(/^[\w-]{28}$/);
    expect(formatInvitation(newInvitation())).not.toBe(formatInvitation(newInvitation()));
  });

  test('stays readable for ever: the format does not change', () => {
    expect(code).toMatchInlineSnapshot(`"AQAHDhUcIyoxOD9GTVRbYmnDwcw6"`);
  });

  test.each([
    ['a link', `https://askwell.example/circle/#${code}`],
    ['a link of another site and port', `http://192.168.1.7:4173/team/circle/#${code}`],
    ['the code alone', code],
    ['spaces and line breaks around it', `\n  ${code} \r\n`],
    ['a link in angle brackets', `<https://a.example/#${code}>`],
    ['a link in quotes', `“https://a.example/#${code}”`],
    ['a link that ends a sentence', `Join us: https://a.example/#${code}. See you at 3`],
    ['a link in Markdown', `[Join](https://a.example/#${code}) and *bring tea*`],
    ['an underlined link', `_https://a.example/#${code}_`],
    ['a link with an encoded #', `https://a.example/%23${code}`],
    [
      'a link that mail broke into two lines',
      `https://a.example/#${code.slice(0, 9)}\n${code.slice(9)}`,
    ],
    ['a code with an invisible space in it', `${code.slice(0, 9)}\u200B${code.slice(9)}`],
  ])('is found in %s', (_, text) => {
    expect(readInvitation(text)).toEqual({ kind: 'ok', invitation: known });
  });

  test.each([
    ['nothing', ''],
    ['a sentence', 'Please send me the link again, the one for Thursday'],
    ['a link to a page', 'https://askwell.example/guides/first-meeting/#before'],
    ['a link of a call', 'https://meet.example/abc-defg-hij'],
    ['emoji', '🙂🙂🙂'],
  ])('is not found in %s', (_, text) => {
    expect(readInvitation(text)).toEqual({ kind: 'none' });
  });

  test('that lost its end is told apart from no invitation', () => {
    for (let length = 6; length < code.length; length++) {
      expect(readInvitation(`https://a.example/circle/#${code.slice(0, length)}`).kind).toBe('cut');
    }
  });

  test('of a newer version says so, whatever its length', () => {
    for (const length of [16, 20, 32]) {
      const content = Uint8Array.of(3, ...new Uint8Array(length));
      const newer = toBase64UrlEncoded(Uint8Array.of(...content, ...digest(content).slice(0, 4)));
      expect(readInvitation(`https://a.example/#${newer}`)).toEqual({ kind: 'newer', version: 3 });
    }
  });

  test('read again is the same invitation', () => {
    fc.assert(
      fc.property(invitation, (given) => {
        expect(readInvitation(formatInvitation(given))).toEqual({ kind: 'ok', invitation: given });
      }),
    );
  });

  test('with one changed character is never taken for a good one', () => {
    const change = fc.tuple(invitation, fc.nat(27), fc.constantFrom(...alphabet));
    fc.assert(
      fc.property(change, ([given, at, character]) => {
        const right = formatInvitation(given);
        const wrong = right.slice(0, at) + character + right.slice(at + 1);
        fc.pre(wrong !== right);
        const { kind } = readInvitation(wrong);
        // The first two characters hold the version: without them it may be any word.
        if (at < 2) expect(kind).not.toBe('ok');
        else expect(kind).toBe('cut');
      }),
    );
  });

  test('is looked for in any text without an error', () => {
    // Any UTF-16, halves of pairs too; fast-check's own `unit: 'binary'` takes seconds to begin.
    const anyText = fc
      .array(fc.nat(0xffff))
      .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''));
    fc.assert(fc.property(anyText, (text) => void readInvitation(text)));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet, '#') }), (text) => {
        expect(['cut', 'none']).toContain(readInvitation(text).kind);
      }),
    );
  });
});
