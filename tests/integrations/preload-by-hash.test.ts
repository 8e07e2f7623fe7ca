import { expect, test } from 'vitest';
import { withPreload } from '../../integrations/preload-by-hash.ts';
import { tightened } from '../../integrations/tight-policy.ts';

const page = `<head><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'; style-src 'self'"><link rel="stylesheet" href="/a.css"></head>`;
const files = { there: ['Stage.x1', 'Hand.y2'], elsewhere: ['link.z3'] };

/** What the page's script asks for where the address ends so. */
function askedFor(hash: string): object[] {
  const script = /<script>(.*)<\/script>/.exec(withPreload(page, 'try', '/kit/_astro/', files));
  const asked: object[] = [];
  const document = { createElement: () => ({}), head: { append: (it: object) => asked.push(it) } };
  new Function('location', 'document', script?.[1] ?? '')({ hash }, document);
  return asked;
}

test('a page preloads by the end of its address', () => {
  const rel = 'modulepreload';
  expect(askedFor('#try')).toEqual([
    { rel, href: '/kit/_astro/Stage.x1.js' },
    { rel, href: '/kit/_astro/Hand.y2.js' },
  ]);
  expect(askedFor('#AbC')).toEqual([{ rel, href: '/kit/_astro/link.z3.js', fetchPriority: 'low' }]);
});

test('it does so before its style sheets, and as its policy allows', () => {
  const html = withPreload(page, 'try', '/kit/_astro/', files);
  expect(html).toMatch(/script-src 'self' 'sha256-[^']+'; style.*<\/script><link/);
  expect(tightened(html)).toBe(html);
});

test('a page without a policy for scripts stops the build', () => {
  expect(() => withPreload('<head></head>', 'try', '/', files)).toThrow('no policy');
});
