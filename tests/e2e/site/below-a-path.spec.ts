import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { guides, keptOffline } from './pages.ts';
import { serve, type Served } from './served.ts';

const project = join(import.meta.dirname, '../../..');
let folder: string;
let served: Served;

test.beforeAll(async () => {
  test.setTimeout(180_000); // a whole build
  folder = await mkdtemp(join(tmpdir(), 'askwell-'));
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  execFileSync(process.execPath, [astro, 'build', '--silent', '--outDir', folder], {
    cwd: project,
    env: { ...process.env, SITE_BASE: '/toolkit/' },
  });
  served = await serve(folder, '/toolkit/');
});

test.afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

test('below a path no link leaves it, and all of them lead somewhere', async ({ page }) => {
  for (const address of ['', 'guides/', ...guides.slice(0, 2)]) {
    await page.goto(new URL(address, served.address).href);
    const links = await page
      .locator('[href]')
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
    for (const link of new Set<string>(links)) {
      expect(link).toContain(served.address);
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
  }
});

test('below a path everything opens offline after one visit', async ({ page, context }) => {
  await page.goto(served.address);
  await keptOffline(page);
  await context.setOffline(true);
  for (const address of ['', 'guides/', 'circle/', ...guides]) {
    const response = await page.goto(new URL(address, served.address).href);
    expect(response?.status(), address).toBe(200);
  }
  const config: unknown = await page.evaluate(async (address) => {
    const response = await fetch(`${address}config.json`);
    return response.json();
  }, served.address);
  expect(config).toHaveProperty('rendezvous');
});
