import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from './served.ts';

const dist = join(import.meta.dirname, '../../../dist');
const pages = ['./', './circle/#new', './guides/norms/', './nowhere/'];

/** Does what a stranger's code in a page would do. What is stopped stands on the root element. */
const misbehave = (page: Page, elsewhere: string): Promise<void> =>
  page.evaluate((address) => {
    const stopped = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      stopped.add(effectiveDirective);
      document.documentElement.dataset['stopped'] = [...stopped].sort().join(' ');
    });
    const add = (name: string, fields: Record<string, string>): void => {
      document.body.append(Object.assign(document.createElement(name), fields));
    };
    fetch(address).catch(() => 'stopped');
    navigator.sendBeacon(address, 'words');
    add('script', { textContent: 'document.title = "not ours"' });
    add('script', { src: address });
    add('img', { src: address });
    add('iframe', { src: address });
    add('object', { data: address });
    const link = Object.assign(document.createElement('a'), { href: '#' });
    link.setAttribute('onclick', 'document.title = "not ours"');
    link.click();
  }, elsewhere);

async function expectStopped(page: Page, directives: readonly string[]): Promise<void> {
  for (const directive of directives) {
    await expect(page.locator('html')).toHaveAttribute(
      'data-stopped',
      new RegExp(`(^| )${directive}( |$)`),
    );
  }
  await expect(page).not.toHaveTitle('not ours');
}

const always = ['connect-src', 'img-src', 'script-src-attr', 'script-src-elem'];

test('a stranger’s code in a page can neither run nor send anything to anybody', async ({
  page,
}) => {
  const other = await serve(dist);
  const heard: string[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(other.address)) heard.push(response.url());
  });
  for (const address of pages) {
    await page.goto(address);
    await misbehave(page, other.address);
    await expectStopped(page, [...always, 'frame-src', 'object-src']);
  }
  // On a host that sends no header, the policy inside the page stands alone.
  await page.route(/guides|circle/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': '' };
    await route.fulfill({ response, headers });
  });
  for (const address of pages.slice(1, 3)) {
    await page.goto(address);
    await misbehave(page, other.address);
    await expectStopped(page, always);
  }
  expect(heard).toEqual([]);
  await other.close();
});
