import { afterEach, describe, expect, test } from 'vitest';
import { safetyOf, writeSafety } from '../../src/document/safety.ts';
import { movesIn } from '../../src/document/moves.ts';
import type { Move } from '../../src/domain/move.ts';
import {
  Circle,
  closeCircles,
  diskOf,
  idOf,
  linkOf,
  namesOf,
  renew,
  secretsHeardBy,
  settled,
  soon,
  ticked,
  type Device,
} from '../support/renewing-circle.ts';

/** Long enough for two renewals to hear of each other on a busy machine. */
const AT_ONCE = 150;
afterEach(closeCircles);

describe('two renewals at once', () => {
  const rankOf = (device: Device, moves: readonly Move[]) =>
    moves.find(({ by }) => by === idOf(device))?.to ?? '';

  test('end in one circle, the one with the lower hash, and both removals hold', async () => {
    const [ana, ben, cem, dia, eva] = await new Circle(AT_ONCE).members(
      'ana',
      'ben',
      'cem',
      'dia',
      'eva',
    );
    await Promise.all([renew(ana!, [ben!, cem!], [dia!]), renew(ben!, [ana!, cem!], [eva!])]);
    await soon(() => {
      expect(new Set([ana!, ben!, cem!].map(linkOf)).size).toBe(1);
      for (const device of [ana!, ben!, cem!])
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem']);
    });
    const moves = movesIn(dia!.circle.board.document).all();
    const lower = [ana!, ben!].map((device) => rankOf(device, moves)).sort()[0];
    expect(ana!.circle.remembered.circle).toBe(lower);
    for (const out of [dia!, eva!]) expect(secretsHeardBy(out)).toEqual([]);
  });

  test('where the winner had given its link to somebody whom the other removed, it renews once more, by itself', async () => {
    const [ana, ben, cem] = await new Circle(AT_ONCE).members('ana', 'ben', 'cem');
    // Each gives its link to the one whom the other removes, so whoever wins has told somebody too many.
    const [dia, eva] = [cem!, cem!];
    await Promise.all([renew(ana!, [ben!, dia]), renew(ben!, [ana!], [eva])]);
    await soon(() => {
      expect(linkOf(ana!)).toBe(linkOf(ben!));
      expect(namesOf(ana!)).toEqual(['ana', 'ben']);
      expect(namesOf(ben!)).toEqual(['ana', 'ben']);
    });
    expect(secretsHeardBy(cem!)).not.toContain(linkOf(ana!));
    expect(await diskOf(cem!)).not.toContain(linkOf(ana!));
  });

  test('of devices that nothing connected end in two circles, which know of each other later and become one', async () => {
    const circle = new Circle();
    const all = await circle.members('ana', 'ben', 'cem', 'dia', 'eva');
    const [ana, ben, cem, dia, eva] = all;
    circle.rooms.cutOff('cem', 'dia');
    await Promise.all([renew(ana!, [ben!, eva!]), renew(cem!, [dia!])]);
    await settled(ben!, linkOf(ana!));
    await settled(eva!, linkOf(ana!));
    await settled(dia!, linkOf(cem!));
    expect(linkOf(ana!)).not.toBe(linkOf(cem!));
    ana!.circle.board.nameCircle('Written by Ana, apart');
    writeSafety(
      cem!.circle.board.document,
      { more: 'Written by Cem, apart' },
      { at: 1, by: 'cem' },
    );
    dia!.circle.board.mine.write('parked', 's1', 'Private to Dia');

    circle.rooms.heal();
    const sides = [[ana!, ben!, eva!] as const, [cem!, dia!] as const];
    const nameOf = ({ circle: { remembered: row } }: Device) => row.circle;
    const [won, lost] = nameOf(ana!) < nameOf(cem!) ? sides : sides.toReversed();
    for (const { circle: page } of lost!) {
      await soon(() => expect(page.board.moved?.to).toBe(nameOf(won![0])));
    }
    expect(won!.map(({ circle: page }) => page.board.moved)).toEqual(won!.map(() => null));

    // A person sends the link that counts to those on the other side.
    const back: Device[] = [];
    for (const { name, database, circle: page } of lost!) {
      await page.close();
      back.push(await circle.device(name, database, linkOf(won![0]), { id: `new of ${name}` }));
    }
    for (const device of [...won!, ...back]) {
      const { board } = device.circle;
      await soon(() => {
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem', 'dia', 'eva']);
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem', 'dia', 'eva']);
        expect([board.name, safetyOf(board.document).more, board.moved]).toEqual([
          'Written by Ana, apart',
          'Written by Cem, apart',
          null,
        ]);
      });
    }
    for (const { name, database, circle: page } of back) {
      await soon(async () => expect(await database.circles.count()).toBe(1));
      const parked = () => page.board.mine.lines('parked', 's1');
      if (name === 'dia') await soon(() => expect(parked()).toEqual(['Private to Dia']));
    }
  });

  test('of devices that nothing connected: a removal that was missed is told where it does not hold', async () => {
    const circle = new Circle();
    const [ana, ben, cem, dia, eva] = await circle.members('ana', 'ben', 'cem', 'dia', 'eva');
    circle.rooms.cutOff('cem', 'dia');
    // Whichever counts, the other had removed somebody whom it has taken along.
    const both = [renew(ana!, [ben!, eva!], [dia!]), renew(cem!, [dia!], [eva!])];
    await Promise.all(both);
    await settled(ben!, linkOf(ana!));
    await settled(dia!, linkOf(cem!));
    circle.rooms.heal();
    const missed = ({ circle: { board } }: Device) =>
      board.removalsMissed.map(({ by, removed }) => [by, ...removed]);
    const isAnas = ana!.circle.remembered.circle < cem!.circle.remembered.circle;
    const [winner, loser, out] = isAnas ? [ana!, cem!, eva!] : [cem!, ana!, dia!];
    await soon(() => expect(missed(winner)).toEqual([[idOf(loser), idOf(out)]]));
    const stays = isAnas ? [ben!] : [];
    await soon(() => ticked(winner, ...stays));

    await renew(winner, stays, [out]);
    await soon(() => expect(missed(winner)).toEqual([]));
    expect(namesOf(winner)).not.toContain(out.name);
    expect(secretsHeardBy(out)).not.toContain(linkOf(winner));
  });

  test('a device that renews neither follows nor obeys a page that was not confirmed', async () => {
    for (const isFirst of [true, false]) {
      const [ana, ben, cem] = await new Circle(AT_ONCE).members('ana', 'ben', 'cem');
      const both = [() => renew(ana!, [ben!], [cem!]), () => renew(cem!, [ana!], [ben!])];
      await Promise.all((isFirst ? both : both.toReversed()).map((begin) => begin()));
      await soon(() => expect(linkOf(ana!)).toBe(linkOf(ben!)));
      expect([namesOf(ana!), secretsHeardBy(cem!)]).toEqual([['ana', 'ben'], []]);
    }
  });
});
