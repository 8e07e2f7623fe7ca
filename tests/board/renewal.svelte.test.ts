import { afterEach, describe, expect, test, vi } from 'vitest';
import { safetyOf, writeSafety } from '../../src/document/safety.ts';
import { readNewLink } from '../../src/board/renewal/new-link.ts';
import { leave } from '../../src/document/members.ts';
import { formatInvitation, newInvitation } from '../../src/sync/invitation.ts';
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
} from '../support/renewing-circle.ts';

afterEach(closeCircles);

describe('a renewed link', () => {
  test('goes to those who were confirmed, with all that the circle has; the row is replaced, not doubled', async () => {
    const [ana, ben] = await new Circle().members('ana', 'ben');
    ben!.circle.board.mine.write('parked', 's1', 'My advice');
    const before = linkOf(ben!);
    const id = ben!.circle.remembered.id;
    await renew(ana!, [ben!]);
    await settled(ben!, linkOf(ana!));
    expect(linkOf(ben!)).not.toBe(before);
    ana!.circle.board.nameCircle('Wednesday circle');
    await soon(() => expect(ben!.circle.board.name).toBe('Wednesday circle'));
    expect(namesOf(ben!)).toEqual(['ana', 'ben']);
    expect(ben!.circle.board.mine.lines('parked', 's1')).toEqual(['My advice']);
    expect([ben!.circle.renewals.news?.isMine, ana!.circle.renewals.news?.isMine]).toEqual([
      false,
      true,
    ]);

    await ben!.circle.close();
    const rows = await ben!.database.circles.toArray();
    expect(rows.map((row) => [row.id, row.invitation])).toEqual([[id, linkOf(ana!)]]);
    expect(await diskOf(ben!)).not.toContain(before);
    const summaries = localStorage.getItem('askwell.circles') ?? '';
    expect(summaries.match(new RegExp(`"id":"${id}"`, 'g'))).toHaveLength(1);
  });

  test('never reaches a removed browser that keeps running, nor does a word written after it', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [ben!], [cem!]);
    await settled(ben!, linkOf(ana!));
    ben!.circle.board.nameCircle('After Cem');
    await soon(() => expect(ana!.circle.board.name).toBe('After Cem'));
    await cem!.circle.board.journal.flush();

    expect(secretsHeardBy(ben!)).toEqual([linkOf(ana!)]);
    expect(secretsHeardBy(cem!)).toEqual([]);
    for (const words of [linkOf(ana!), 'After Cem']) {
      expect(cem!.seen.join()).not.toContain(words);
      expect(await diskOf(cem!)).not.toContain(words);
    }
    expect(cem!.circle.board.name).toBe('Tuesday circle');
    expect(cem!.circle.board.moved).toMatchObject({ by: idOf(ana!), removed: [idOf(cem!)] });
    expect([namesOf(ana!), namesOf(ben!)]).toEqual([
      ['ana', 'ben'],
      ['ana', 'ben'],
    ]);
  });

  test('keeps a seat free whatever the removed browser writes about it', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [], [cem!]);
    for (const field of [5, null]) leave(cem!.circle.board.document, idOf(cem!), field);
    // Ben was not on the call: he hears it from Cem in the old room, and brings it along.
    const late = await circle.device('ben', ben!.database, linkOf(ana!));
    await soon(() => expect(late.circle.isSeated).toBe(true));
    leave(late.circle.board.document, idOf(cem!), null);
    expect([namesOf(ana!), namesOf(late)]).toEqual([
      ['ana', 'ben'],
      ['ana', 'ben'],
    ]);
  });

  test('leaves a note for those who were not confirmed, and lets them in with what they wrote meanwhile', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [ben!]);
    expect(cem!.circle.board.moved).toMatchObject({ by: idOf(ana!), removed: [] });
    expect(linkOf(cem!)).toBe(circle.invitation);
    writeSafety(cem!.circle.board.document, { more: 'Written while apart' }, { at: 1, by: 'cem' });
    cem!.circle.board.mine.write('parked', 's1', 'Private, while apart');
    await cem!.circle.close();

    const back = await circle.device('cem', cem!.database, linkOf(ana!), { id: 'new row' });
    await soon(() => expect(safetyOf(ana!.circle.board.document).more).toBe('Written while apart'));
    await soon(() => expect(idOf(back)).toBe(idOf(cem!)));
    expect(namesOf(ana!)).toEqual(['ana', 'ben', 'cem']);
    await soon(() =>
      expect(back.circle.board.mine.lines('parked', 's1')).toEqual(['Private, while apart']),
    );
    expect(await back.database.circles.count()).toBe(1);
    expect(back.circle.board.moved).toBeNull();
  });

  test('is told at the old door to a device that comes later, by name and without the secret', async () => {
    const circle = new Circle();
    const [ana] = await circle.members('ana');
    await renew(ana!, []);
    const late = await circle.device('dia');
    await soon(() => expect(late.circle.board.moved?.by).toBe(idOf(ana!)));
    expect(late.seen.join()).not.toContain(linkOf(ana!));
    expect(late.circle.board.name).toBe('');
  });

  test('is finished after a crash in the middle of it, on the device that renewed and on one that followed', async () => {
    const circle = new Circle(60_000);
    const [ana, ben] = await circle.members('ana', 'ben');
    renew(ana!, [ben!]).catch(() => undefined);
    await soon(() => expect(secretsHeardBy(ben!)).toHaveLength(1));
    await soon(async () => {
      for (const { database } of [ana!, ben!]) {
        expect((await database.circles.toArray())[0]?.pending).toBeTruthy();
      }
    });
    // As a crash does: the page goes before it has moved, and nothing is tidied up.
    for (const { circle: page } of [ana!, ben!]) await page.close();
    const [anaAgain, benAgain] = [
      await circle.device('ana', ana!.database),
      await circle.device('ben', ben!.database),
    ];
    await soon(() => expect(linkOf(anaAgain)).not.toBe(circle.invitation));
    await settled(benAgain, linkOf(anaAgain));
    expect(anaAgain.circle.board.name).toBe('Tuesday circle');
    expect((await anaAgain.database.circles.toArray())[0]?.pending).toBeNull();
  });

  test('does not begin where the disk refuses to keep it', async () => {
    const [ana, ben] = await new Circle().members('ana', 'ben');
    const before = linkOf(ana!);
    const quota = new DOMException('The disk is full', 'QuotaExceededError');
    vi.spyOn(ana!.database.circles, 'update').mockRejectedValue(quota);
    await expect(renew(ana!, [ben!])).rejects.toThrow('full');
    expect([linkOf(ana!), secretsHeardBy(ben!)]).toEqual([before, []]);
    expect(ben!.circle.board.moved).toBeNull();
  });

  test('is followed by the other tabs of a browser', async () => {
    const circle = new Circle();
    const [ana, ben] = await circle.members('ana', 'ben');
    const tab = await circle.device('tab', ana!.database);
    tab.circle.board.mine.write('parked', 's1', 'From the other tab');
    await renew(ana!, [ben!]);
    await settled(tab, linkOf(ana!));
    await soon(() =>
      expect(tab.circle.board.mine.lines('parked', 's1')).toEqual(['From the other tab']),
    );
    expect(await ana!.database.circles.count()).toBe(1);
  });
});

test.each([
  ['no JSON', 'hello'],
  ['something else', '{"kind":"greeting"}'],
  ['a link without a note', '{"kind":"new link","invitation":"x"}'],
  ['a broken note', '{"kind":"new link","invitation":"x","move":{"to":1}}'],
])('a whisper that is %s is no new link', (_, words) => {
  expect(readNewLink(words)).toBeNull();
});

test('a whispered link whose secret leads elsewhere than its note says is not followed', async () => {
  const [ana, ben] = await new Circle().members('ana', 'ben');
  const { circle } = ana!.circle.remembered;
  const move = { to: 'a'.repeat(32), from: circle, at: 1, by: idOf(ben!), removed: [], round: 1 };
  const words = JSON.stringify({
    kind: 'new link',
    invitation: formatInvitation(newInvitation()),
    move,
  });
  await (await ana!.circle.renewals.renewing()).hear({ from: 'ben', words });
  expect(ana!.circle.remembered.pending ?? null).toBeNull();
});
