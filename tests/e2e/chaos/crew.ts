import type { CDPSession, Page } from '@playwright/test';
import { contents } from '../../support/linked-peers.ts';
import { putToSleep } from '../link/asleep.ts';
import { expect, expectPhase, type Person } from '../session/people.ts';
import { keptOn } from './kept.ts';

/** One member whom all sorts of things happen to. Whatever does, a text that was accepted counts. */
export class Sailor {
  readonly name: string;
  readonly accepted: string[] = [];
  readonly errors: string[] = [];
  readonly #person: Person;
  readonly #address: string;
  #page: Page | null;
  #tab: Page | null = null;
  isAsleep = false;
  isOffline = false;
  #texts = 0;

  constructor(person: Person) {
    this.name = person.name;
    this.#person = person;
    this.#page = person.page;
    this.#address = person.page.url();
    this.#watch(person.page);
  }

  get isHere(): boolean {
    return this.#page !== null;
  }

  get hasTab(): boolean {
    return this.#tab !== null;
  }

  get page(): Page {
    if (this.#page === null) throw new Error(`${this.name} has no page open`);
    return this.#page;
  }

  /** Proposes a norm; it is accepted when the mark that it is being saved has gone. */
  async write(): Promise<string> {
    this.#texts += 1;
    const text = `${this.name} keeps promise ${this.#texts}.`;
    const { page } = this;
    await page.getByRole('button', { name: 'Propose a norm' }).click();
    await page.getByLabel('In your own words').fill(text);
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    const row = page.getByRole('region', { name: text, exact: true });
    await expect(row).toBeVisible();
    await expect(row.getByText('saving')).toHaveCount(0);
    this.accepted.push(text);
    return text;
  }

  /** Ends the page as a closed window does, or as a crash does; both without a word. */
  async vanish(how: 'closed' | 'crashed'): Promise<void> {
    const { page } = this;
    // Tabs of one browser may share a process, and would go down with it.
    if (how === 'crashed') await this.closeTab();
    if (how === 'crashed') await crash(page, await this.#devtools());
    await page.close({ runBeforeUnload: false });
    this.#page = null;
  }

  async comeBack(): Promise<void> {
    if (this.#page !== null) return;
    const page = await this.#person.context.newPage();
    this.#watch(page);
    await page.goto(this.#address);
    await expectPhase(page, 'Norms');
    this.#page = page;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await expectPhase(this.page, 'Norms');
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.#person.context.setOffline(isOffline);
    this.isOffline = isOffline;
  }

  /** Falls asleep until woken: nothing on the page runs. */
  async sleep(): Promise<() => Promise<void>> {
    const wake = await putToSleep(this.page);
    this.isAsleep = true;
    return async () => {
      await wake();
      this.isAsleep = false;
    };
  }

  /** Makes this page's processor so many times slower. */
  async slowDown(rate: number): Promise<void> {
    if (this.#page === null) return;
    await (await this.#devtools()).send('Emulation.setCPUThrottlingRate', { rate });
  }

  async openTab(): Promise<void> {
    const tab = await this.#person.context.newPage();
    this.#watch(tab);
    await tab.goto(this.#address);
    await expectPhase(tab, 'Norms');
    this.#tab = tab;
  }

  async closeTab(): Promise<void> {
    await this.#tab?.close();
    this.#tab = null;
  }

  /** Everything that is on this device's disk, to be compared with the others'. */
  async kept(): Promise<string> {
    return JSON.stringify(contents(await keptOn(this.page)));
  }

  #devtools(): Promise<CDPSession> {
    return this.#person.context.newCDPSession(this.page);
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(`${this.name}: ${error.message}`));
  }
}

async function crash(page: Page, devtools: CDPSession): Promise<void> {
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch((error: Error) => expect(error.message).toContain('closed'));
  await crashed;
}
