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
    env: { ...process.env, SITE_BASE: '/toolkit/', SITE_URL: 'https://askwell.test' },
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
      // The canonical address is tested below.
      .locator('[href]:not([rel=canonical])')
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
    for (const link of new Set<string>(links)) {
      expect(link).toContain(served.address);
      expect((await page.request.get(link)).status(), link).toBe(200);
    }
  }
});

test('a site that knows its address tells it to whoever shares or searches', async ({ page }) => {
  const own = 'https://askwell.test/toolkit/';
  await page.goto(new URL('guides/listening/', served.address).href);
  const head = page.locator('head');
  await expect(head.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${own}guides/listening/`,
  );
  await expect(head.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    `${own}share.png`,
  );
  const map = await page.request.get(`${served.address}sitemap-0.xml`);
  const addresses = [...(await map.text()).matchAll(/<loc>([^<]+)/g)].map(([, address]) => address);
  expect(addresses).toContain(`${own}guides/listening/`);
  expect(addresses.join()).not.toMatch(/\/circle\/|\/shortlist\//);
  const robots = await page.request.get(`${served.address}robots.txt`);
  expect(await robots.text()).toContain(`Sitemap: ${own}sitemap-index.xml`);
});

test('the site can be installed', async ({ page }) => {
  await page.goto(served.address);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest: unknown = await (
    await page.request.get(new URL(address ?? '', served.address).href)
  ).json();
  expect(manifest).toMatchObject({
    start_url: '/toolkit/',
    scope: '/toolkit/',
    display: 'standalone',
  });
  const { icons = [] } = manifest as { icons?: { src: string; sizes: string }[] };
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of icons) {
    expect((await page.request.get(new URL(src, served.address).href)).status(), src).toBe(200);
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
