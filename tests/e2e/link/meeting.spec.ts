import { expect, expectOthers, expectValue, test, write } from './link-test.ts';

const names = ['Ana', 'Ben', 'Cem', 'Dia', 'Eva', 'Fay'];

test('six pages find each other, and a change by one is seen by all @alone', async ({ circle }) => {
  const members = await Promise.all(names.map((name) => circle.open(name)));
  await Promise.all(members.map((member) => circle.join(member)));
  for (const member of members) {
    const others = names.filter((name) => name !== member.name).map((name) => `${name} direct`);
    await expectOthers(member, others);
  }
  await write(members[0]!, 'question', 'What matters most here?');
  for (const member of members) await expectValue(member, 'question', 'What matters most here?');
  expect(members.flatMap(({ uncaught }) => uncaught)).toEqual([]);
});

test('a newcomer compares clocks at once, however wrong its own is @alone', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  await circle.join(ana, { clockOff: 600_000 });
  await circle.join(ben);
  await expectOthers(ben, ['Ana direct']);
  const sample = await ben.page.waitForFunction(
    () => {
      const [first] = window.page.samples;
      return first && { off: first.difference - performance.timeOrigin, trip: first.roundTrip };
    },
    null,
    { timeout: 1000 },
  );
  const { off, trip } = (await sample.jsonValue())!;
  expect(Math.abs(off - 600_000)).toBeLessThan(100);
  expect(trip).toBeLessThan(500);
});
