import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What a colour scheme can change; everything else is the same in both. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe objects to in what the page shows: all rules, or those of some tags, in the light theme; of colour in the dark. */
export async function expectNoObjection(
  page: Page,
  view: string,
  tags?: readonly string[],
): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A colour that still changes would be taken for one that stays.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    );
    // Without this mode each look opens a page more; no page of ours has frames.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    if (colorScheme === 'dark') axe.withRules(rulesOfColour);
    else if (tags) axe.withTags([...tags]);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    expect.soft(found, `${view}, ${colorScheme}`).toEqual([]);
  }
}
