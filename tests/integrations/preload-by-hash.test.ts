import { expect, test } from 'vitest';
import { tightened } from '../../integrations/tight-policy.ts';
import { withPreload } from '../../integrations/preload-by-hash.ts';

const page = `<head><meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'; style-src 'self'"><link rel="stylesheet" href="/a.css"></head>`;

test('a page preloads by the end of its address, before its style sheets, as its policy allows', () => {
  const html = withPreload(page, 'try', '/kit/_astro/', ['Stage.x1', 'Hand.y2']);
  expect(html).toMatch(/script-src 'self' 'sha256-[^']+'; style/);
  expect(html).toMatch(
    /><script>if\(location\.hash=="#try"\).*Stage\.x1 Hand\.y2.*<\/script><link/,
  );
  expect(tightened(html)).toBe(html);
});

test('a page without a policy for scripts stops the build', () => {
  expect(() => withPreload('<head></head>', 'try', '/', [])).toThrow('no policy');
});
