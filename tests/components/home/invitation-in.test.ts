import { expect, test } from 'vitest';
import { invitationIn } from '../../../src/components/home/invitation-in.ts';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWx-_';

test.each([
  [`https://askwell.test/circle/#${secret}`, secret],
  [`  https://askwell.test/circle/#${secret}\n`, secret],
  [`https://askwell.test/circle/?from=chat#x#${secret}`, secret],
  [secret, secret],
  ['', null],
  ['#', null],
  ['https://askwell.test/circle/', null],
  ['https://askwell.test/circle/#short', null],
  [`https://askwell.test/circle/#${secret} see you`, null],
  [`#${secret}é`, null],
  ['x'.repeat(10_000), 'x'.repeat(10_000)],
])('%j holds %j', (pasted, invitation) => {
  expect(invitationIn(pasted)).toBe(invitation);
});

test.each([
  ['in angle brackets', `<https://askwell.example/circle/#${'A'.repeat(28)}>`],
  ['at the end of a sentence', `https://askwell.example/circle/#${'A'.repeat(28)}.`],
  ['broken by a mail', `https://askwell.example/circle/#${'A'.repeat(14)}\n${'A'.repeat(14)}`],
  ['alone, in quotation marks', `"${'A'.repeat(28)}"`],
])('a link is found %s', (_where, pasted) => {
  expect(invitationIn(pasted)).toBe('A'.repeat(28));
});
