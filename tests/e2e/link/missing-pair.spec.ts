import { keepApart } from '../../support/link-page/keep-apart.ts';
import { expect, expectOthers, expectValue, test, write, type TestCircle } from './link-test.ts';

/** Well under the ten seconds after which documents are compared anyway. */
const PASSED_ON = 2000;

/** Opens a circle in which these pairs cannot connect to each other; all see all. */
async function circleWithout(circle: TestCircle, apart: string, names: readonly string[]) {
  const open = (name: string) => circle.openWith(name, keepApart, { name, apart });
  const members = await Promise.all(names.map(open));
  for (const member of members) await circle.join(member);
  for (const member of members) {
    const others = names.filter((name) => name !== member.name);
    const isLost = (other: string) =>
      apart.split(' ').some((pair) => pair.includes(member.name) && pair.includes(other));
    const seen = others.map((other) => `${other} ${isLost(other) ? 'through' : 'direct'}`);
    await expectOthers(member, seen);
  }
  return members;
}

test('two without a channel get everything through a third, both ways', async ({ circle }) => {
  const names = ['Ana', 'Ben', 'Cem', 'Dia'];
  const [ana, ben, cem, dia] = await circleWithout(circle, 'Ana-Ben', names);
  if (!ana || !ben || !cem || !dia) throw new Error('somebody is missing');

  await write(ana, 'from Ana', 1);
  await expectValue(ben, 'from Ana', 1, PASSED_ON);
  await write(ben, 'from Ben', 2);
  await expectValue(ana, 'from Ben', 2, PASSED_ON);
  await ben.page.evaluate(() => window.page.link?.setPresence({ name: 'Benedikt' }));
  await expectOthers(ana, ['Benedikt through', 'Cem direct', 'Dia direct'], PASSED_ON);

  await dia.page.close();
  await cem.page.close();
  await expectOthers(ana, [], 3000);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('with three of fifteen channels missing, all six get all words and presences', async ({
  circle,
}) => {
  const names = ['Ana', 'Ben', 'Cem', 'Dia', 'Eva', 'Fay'];
  // A chain: Ana and Cem each lack two, and no one member could stand in for all.
  const members = await circleWithout(circle, 'Ana-Ben Ana-Cem Cem-Dia', names);
  for (const member of members) await write(member, `from ${member.name}`, member.name);
  for (const member of members) {
    for (const name of names) await expectValue(member, `from ${name}`, name, PASSED_ON);
  }
  for (const { page, name } of members) {
    await page.evaluate((was) => window.page.link?.setPresence({ name: `${was}2` }), name);
  }
  for (const { page, name } of members) {
    const expected = names.filter((other) => other !== name).map((other) => `${other}2`);
    const seen = async () => {
      const others = await page.evaluate(() => window.page.others());
      return others.map((other) => other.split(' ')[0]);
    };
    await expect.poll(seen, { message: `whom ${name} sees`, timeout: PASSED_ON }).toEqual(expected);
  }
  expect(members.flatMap(({ uncaught }) => uncaught)).toEqual([]);
});
