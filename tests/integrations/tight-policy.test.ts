import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { tightened } from '../../integrations/tight-policy.ts';

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (hashes: string): string =>
  `<head><meta http-equiv="content-security-policy" content="script-src 'self'${hashes}; style-src 'self'"></head><script type="module">go()</script>`;

test('a page allows its own scripts by their hash, and no other', () => {
  expect(tightened(page(` ${hash('go()')} ${hash('stay()')}`))).toBe(page(` ${hash('go()')}`));
});

test('what stands in the text of a page is left alone', () => {
  const text = `<p>A policy is written ${hash('other()')}.</p>`;
  expect(tightened(page('') + text)).toBe(page('') + text);
});
