import { expect, test } from '@playwright/test';

const secret = 'AbCdEfGhIjKlMnOpQrStUvWx-_0123456789';

test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

for (const pasted of [` https://askwell.test/circle/#${secret}\n`, secret]) {
  test(`“${pasted.trim()}” opens a circle, and the host never sees it`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const opened = page.waitForRequest((request) => request.isNavigationRequest());
    await page.getByLabel('Paste the link you were sent').fill(pasted);
    await page.getByRole('button', { name: 'Join' }).click();
    const { pathname, hash } = new URL((await opened).url());
    expect(pathname).toMatch(/\/circle\/$/);
    // Playwright tells the part that browsers keep to themselves.
    expect(['', `#${secret}`]).toContain(hash);
    expect(
      asked.map((url) => url.replace(/#.*/, '')).filter((url) => url.includes(secret)),
    ).toEqual([]);
  });
}

for (const [pasted, sentence] of [
  ['', /^Paste the link first/],
  ['https://askwell.test/circle/#AbCd', /Copy the whole link/],
  ['see you on Thursday, then', /Copy the whole link/],
] as const) {
  test(`“${pasted}” is answered with what to do, and stays`, async ({ page }) => {
    const field = page.getByLabel('Paste the link you were sent');
    await field.fill(pasted);
    await field.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(sentence);
    await expect(field).toHaveValue(pasted);
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(sentence);
    await field.pressSequentially('x');
    await expect(page.getByText(sentence)).toBeHidden();
  });
}
