import type { Locator, Page } from '@playwright/test';
import { expect, expectPhase, gather, test } from './people.ts';

/** Far more stops than any page of a session has. */
const STOPS = 120;

/**
 * Whether the focus is on the target, and what stands there when nobody could see it: neither the control, nor its
 * label, nor the sheet around it has an outline.
 */
const focusOn = (target: Locator): Promise<{ isThere: boolean; unseen: string | null }> =>
  target.evaluate((element) => {
    const active = document.activeElement;
    const isThere = element === active;
    // Inside a date the browser itself marks the day, the month and the calendar; <body> is between two rounds of Tab.
    if (active?.matches('body, [type=date], [type=time]')) return { isThere, unseen: null };
    const seen = [active, active?.closest('label'), active?.closest('.draft, .private')];
    const isOutlined = seen.some((around) => {
      if (!around) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(around);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    return { isThere, unseen: isOutlined ? null : (active?.outerHTML.slice(0, 120) ?? '') };
  });

const isLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body);

/** Somebody with a keyboard and nothing else. */
class Keys {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();

  /** Goes on by Tab until the focus is there; it can be seen at every stop. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < STOPS; stop += 1) {
      const { isThere, unseen } = await focusOn(target);
      if (stop > 0) expect(unseen, 'what has the focus and does not show it').toBeNull();
      if (isThere) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never comes to ${target.toString()}`);
  }

  /** Presses a button, and has the focus somewhere on the page afterwards. */
  async press(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(this.button(name));
    await this.page.keyboard.press(key);
    await expect
      .poll(() => isLost(this.page), { message: `focus after ${String(name)}` })
      .toBe(false);
  }

  async type(label: string, text: string): Promise<void> {
    await this.to(this.page.getByRole('textbox', { name: label, exact: true }));
    await this.page.keyboard.type(text);
  }

  /** Chooses among radio buttons as one does by keys: Tab to the group, then the arrows. */
  async choose(group: string | RegExp, name: string | RegExp): Promise<void> {
    const all = this.page.getByRole('group', { name: group }).getByRole('radio');
    const wanted = all.and(this.page.getByRole('radio', { name, exact: typeof name === 'string' }));
    const chosen = all.and(this.page.locator(':checked'));
    await all.first().waitFor();
    await this.to((await chosen.count()) > 0 ? chosen : all.first());
    if ((await chosen.count()) === 0) await this.page.keyboard.press('Space');
    for (let stop = 0; stop < STOPS && !(await wanted.isChecked()); stop += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    await expect(wanted).toBeChecked();
    expect(await isLost(this.page)).toBe(false);
  }
}

test('a whole session can be held with the keyboard alone', async ({ person }) => {
  const [first, second] = [await person('Ana'), await person('Ben')];
  await gather([first, second]);
  const [ana, ben] = [new Keys(first.page), new Keys(second.page)];
  const all = async (phase: string): Promise<void> => {
    for (const { page } of [ana, ben]) await expectPhase(page, phase);
  };
  const turn = ({ page }: Keys): Locator => page.getByRole('heading', { level: 2 });

  await test.step('they begin, and choose who presents', async () => {
    await ana.press('Start a session');
    await ana.choose('Take this one, or another', /Half an hour/);
    await ana.press('Start for everyone');
    await ben.press(/A session is on/);
    await all('Arrive');
    await expect(ben.page.locator('.people li')).toHaveCount(2);
    await expect.poll(() => isLost(ben.page), 'focus after going in').toBe(false);
    await ana.choose(/brings something/, /Ana/);
    await ana.press('On to Norms');
    await all('Norms');
  });

  await test.step('they agree a norm', async () => {
    await ben.press('Propose a norm');
    await ben.type('In your own words', 'We let each other finish.');
    await ben.press('Propose');
    await ana.press('I can keep this', 'Space');
    for (const each of [ana, ben]) await each.press('I’m in');
    await ana.press('Norm card');
    await ana.page.keyboard.press('Escape');
    await expect(ana.button('Norm card')).toBeFocused();
  });

  await test.step('Ana says what it is about, and Ben asks', async () => {
    await ana.press('On to Focus');
    await all('Focus');
    await ana.type('The question, in one sentence', 'What now?');
    await ana.page.keyboard.press('Enter');
    await ana.press('On to Present');
    await all('Present');
    await ben.type('My notes', 'roof');
    await ana.press('On to Explore');
    await all('Explore');
    await ben.type('My question', 'What holds it?');
    await ben.press('I asked it');
    await ana.press('It opened something', 'Space');
    await ben.press('Pass');
    await ben.press('Undo the pass');
    await expect(turn(ben)).toContainText('Your turn.');
    await ben.to(ben.page.locator('.asked summary'));
    await ben.page.keyboard.press('Enter');
    await ben.press('Change');
    await ben.press('Save');
    await ben.press('Take back');
    await expect(ana.page.getByText('What holds it?')).toHaveCount(0);
  });

  await test.step('a pause, and on', async () => {
    await ben.press('Pause');
    await expect(ana.page.getByText('The clock has stopped')).toBeVisible();
    await ben.press('Go on');
    await all('Explore');
    await expect.poll(() => isLost(ben.page)).toBe(false);
  });

  await test.step('they learn, commit and close', async () => {
    await ana.press('On to Learn');
    await all('Learn');
    await ben.type('What I learned about myself', 'I wait.');
    await ben.press('Show all together');
    await expect(ana.page.getByText('I wait.')).toBeVisible();
    await ana.press('On to Commit');
    await all('Commit');
    await ana.type('I will', 'wait a second');
    await ana.to(ana.page.locator('summary').filter({ hasText: 'More, if it helps' }));
    await ana.page.keyboard.press('Enter');
    await ana.choose(/How sure/, '3');
    await ana.press('Write it down');
    await expect(ben.page.getByText('wait a second')).toBeVisible();
    await ana.press('On to Close');
    await all('Close');
    await ana.press('Close the session');
    await ana.press('Close without a date');
    for (const each of [ana, ben]) {
      await expect(each.page.getByText('The session is closed')).toBeVisible();
      await each.press('To the circle’s page');
      await expect(each.page.getByText('wait a second')).toBeVisible();
    }
  });
});
