import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';

const withoutRendezvous = { rendezvous: '' };

/** What a page makes of one of its three steps, as text: a code, `reached`, or what is wrong. */
function step({ page }: Member, name: 'invite' | 'answer' | 'finish', text = ''): Promise<string> {
  return page.evaluate(
    async ([what, given]) => {
      const byHand = await window.page.link!.byHand();
      const made = await byHand[what](given);
      if ('fault' in made) return made.fault;
      return 'code' in made ? made.code : 'reached';
    },
    [name, text] as const,
  );
}

test('pages without any rendezvous connect by codes, and each wrong code is told apart', async ({
  circle,
}) => {
  const [ana, ben, cem] = await Promise.all(['Ana', 'Ben', 'Cem'].map((name) => circle.open(name)));
  for (const member of [ana!, ben!, cem!]) await circle.join(member, withoutRendezvous);

  const forBen = await step(ana!, 'invite');
  const forCem = await step(ana!, 'invite');
  expect(Math.max(forBen.length, forCem.length)).toBeLessThanOrEqual(250);
  expect(await step(ana!, 'answer', forBen)).toBe('own');
  expect(await step(ana!, 'finish', forBen)).toBe('own');
  expect(await step(ben!, 'finish', forBen)).toBe('wrong-kind');
  expect(await step(ben!, 'answer', forBen.slice(0, -9))).toBe('cut');

  const answer = await step(ben!, 'answer', `Ana’s code: ${forBen}.`);
  expect(answer.length).toBeLessThanOrEqual(250);
  expect(await step(ben!, 'answer', forBen)).toBe(answer);
  expect(await step(cem!, 'finish', answer)).toBe('expired');

  // The second invitation is answered first; both still wait.
  expect(await step(ana!, 'finish', await step(cem!, 'answer', forCem))).toBe('reached');
  expect(await step(ana!, 'finish', answer)).toBe('reached');
  expect(await step(ana!, 'finish', answer)).toBe('reached');
  await expectOthers(ana!, ['Ben direct', 'Cem direct']);
  await write(ben!, 'word', 'by hand');
  for (const member of [ana!, cem!]) await expectValue(member, 'word', 'by hand');
  expect([ana, ben, cem].flatMap((member) => member!.uncaught)).toEqual([]);
});
