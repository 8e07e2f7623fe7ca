import { putToSleep } from './asleep.ts';
import { expect, expectOthers, expectValue, test, write } from './link-test.ts';

test('a page that slept until it was given up is back within three seconds, with all words @alone', async ({
  circle,
}) => {
  const [ana, ben, cem] = [
    await circle.open('Ana'),
    await circle.open('Ben'),
    await circle.open('Cem'),
  ];
  for (const member of [ana, ben, cem]) await circle.join(member);
  await expectOthers(ana, ['Ben direct', 'Cem direct']);
  const wake = await putToSleep(ben.page);
  await expectOthers(ana, ['Cem direct'], 9000);
  await write(ana, 'meanwhile', 1);
  await wake();
  await expectOthers(ben, ['Ana direct', 'Cem direct'], 3000);
  await expectValue(ben, 'meanwhile', 1, 1000);
  await write(ben, 'after', 2);
  await expectValue(cem, 'after', 2, 1000);
  expect([...ana.uncaught, ...ben.uncaught, ...cem.uncaught]).toEqual([]);
});
