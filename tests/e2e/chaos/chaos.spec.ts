import { readInvitation } from '../../../src/sync/invitation.ts';
import { deriveKeys } from '../../../src/sync/link-keys.ts';
import { Dice } from '../../support/dice.ts';
import { serveLinkPage } from '../../support/link-page/serve.ts';
import { keepChannels } from '../link/raw-frames.ts';
import { expect, gather, goOn, meet, personWith, seatOf, test as base } from '../session/people.ts';
import { anyAct, type World } from './acts.ts';
import { Sailor } from './crew.ts';
import { ShakySite } from './shaky-site.ts';

const seed = Number(process.env['CHAOS_SEED'] ?? 1);
const minutes = Number(process.env['CHAOS_MINUTES'] ?? 0.5);

/** On a slow machine a short time would hold too little. */
const FEWEST = 12;

const THREE_YEARS = 3 * 365 * 86_400_000;
const clocks: Readonly<Record<string, number>> = { Eli: THREE_YEARS, Fay: -600_000 };

const test = base.extend<object, { site: ShakySite }>({
  site: [
    // Playwright reads from this pattern that the fixture needs no other.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await ShakySite.open();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.url),
});

// A trace of six pages would take more of the machine than they do.
test.use({ trace: 'off' });

test(`whatever happens to six members, no accepted text is lost and all agree (seed ${seed}) @alone`, async ({
  browser,
  site,
}, testInfo) => {
  testInfo.setTimeout(minutes * 60_000 + 240_000);
  const log: string[] = [];
  const tell = (line: string) => log.push(`${Math.round(performance.now())} ${line}`);

  const [first, ...others] = await Promise.all(
    ['Ana', 'Ben', 'Chris', 'Dana', 'Eli', 'Fay'].map((name) =>
      personWith(browser, name, { clockOff: clocks[name] ?? 0 }),
    ),
  );
  if (first === undefined) throw new Error('nobody came');
  const everyone = [first, ...others] as const;
  const link = await gather(everyone);
  await meet(everyone);
  await goOn(first, 'Norms', everyone);
  const crew = everyone.map((person) => new Sailor(person));

  const linkSite = await serveLinkPage();
  const eve = await (await browser.newContext()).newPage();
  await eve.addInitScript(keepChannels);
  await eve.goto(linkSite.url);
  await eve.evaluate((where) => window.page.join(where, 'Eve'), {
    ...(await keysFrom(link)),
    rendezvous: site.rendezvous,
  });

  const dice = new Dice(seed);
  const world: World = { dice, crew, site, eve };
  const under: { undo: () => Promise<void>; what: string; steps: number }[] = [];
  const end = performance.now() + minutes * 60_000;
  try {
    for (let step = 0; step < FEWEST || performance.now() < end; step++) {
      for (const one of under) one.steps -= 1;
      for (const one of under.filter(({ steps }) => steps <= 0)) {
        under.splice(under.indexOf(one), 1);
        tell(`no longer: ${one.what}`);
        await one.undo();
      }
      const act = anyAct(dice);
      const happened = await act.happen(world);
      if (happened === null) continue;
      const what = `${happened.told} ${act.name}`;
      tell(what);
      const { undo } = happened;
      if (undo !== undefined) under.push({ undo, what, steps: 2 + dice.below(6) });
    }
    tell('all is well again');
    for (const { undo } of under) await undo();
    for (const sailor of crew) await sailor.closeTab();
    await eve.close();

    const accepted = crew.flatMap((sailor) => sailor.accepted);
    tell(`${accepted.length} texts were accepted`);
    for (const sailor of crew) {
      for (const { name } of crew.filter((other) => other !== sailor)) {
        const seat = seatOf(sailor.page, name);
        await expect(seat).toContainText(/directly|through/, { timeout: 60_000 });
      }
    }
    for (const sailor of crew) {
      const lacks = async () => {
        const kept = await sailor.kept();
        return accepted.filter((text) => !kept.includes(JSON.stringify(text)));
      };
      const message = `what ${sailor.name}'s disk lacks`;
      await expect.poll(lacks, { message, timeout: 30_000 }).toEqual([]);
    }
    const versions = async () => new Set(await Promise.all(crew.map((sailor) => sailor.kept())));
    const message = 'different versions of the circle';
    await expect.poll(async () => (await versions()).size, { message, timeout: 30_000 }).toBe(1);
    expect(crew.flatMap((sailor) => sailor.errors)).toEqual([]);
    expect(accepted).not.toEqual([]);
  } catch (error) {
    console.log(log.join('\n'));
    throw error;
  } finally {
    await linkSite.close();
    await testInfo.attach('what happened', { body: log.join('\n') });
    for (const { context } of everyone) await context.close();
  }
});

/** The keys that whoever holds the link can make from it. */
async function keysFrom(link: string) {
  const reading = readInvitation(link);
  if (reading.kind !== 'ok') throw new Error(`no invitation in ${link}`);
  const { room, signalling } = await deriveKeys(reading.invitation);
  return { room, signalling };
}
