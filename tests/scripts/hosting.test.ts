import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyToKeep } from '../../scripts/start/headers.ts';

const project = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(project, file), 'utf8');

describe.each(['public/_headers', 'docs/hosting/nginx.conf'])('%s', (file) => {
  const text = read(file);

  test('sends the policy that no page can say of itself', () => {
    const [, policy = ''] = /(connect-src 'self' wss:; frame-ancestors 'none')/.exec(text) ?? [];
    expect(policy).not.toBe('');
    for (const part of policy.split('; ')) expect(policyToKeep).toContain(part);
  });

  test('keeps for long only what changes its name with its content', () => {
    expect(text.match(/max-age=31536000, immutable/g)).toHaveLength(1);
    expect(text).toMatch(/\/_astro\//);
    expect(text).toMatch(/Referrer-Policy:? no-referrer/);
    expect(text).toMatch(/X-Content-Type-Options:? nosniff/);
  });
});

test('every file that the page on hosting offers is there', () => {
  const offered = [...read('docs/hosting.md').matchAll(/\]\((hosting\/[^)]+)\)/g)];
  expect(offered.length).toBeGreaterThan(2);
  for (const [, file = ''] of offered) expect(read(`docs/${file}`)).not.toBe('');
});
