import { expect, test } from 'vitest';
import { aboutOf } from '../../src/document/about.ts';
import type { CircleDocument } from '../../src/document/circle-document.ts';
import { contractsIn, setContract } from '../../src/document/contracts.ts';
import { fixingOf, fixNext, keepNext, nextDatesIn } from '../../src/document/next-dates.ts';
import { startSession } from '../../src/document/sessions.ts';
import { contractOf, otherContracts } from '../../src/domain/contract.ts';
import { otherDates } from '../../src/domain/next-meeting.ts';
import type { NextMeeting } from '../../src/domain/session.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 25);

const on = (days: number, presenter: string | null = null): NextMeeting => ({
  at: NOW + days * DAY,
  zone: 'Europe/Berlin',
  presenter,
  host: null,
  backup: null,
});
const fix = (peer: CircleDocument, id: string, by: string, next: NextMeeting | null): void =>
  fixNext(peer, next, { id, by, fixedAt: NOW });
/** What a device shows: the date that counts, and those beside it. */
const seen = (peer: CircleDocument) => {
  const { next } = aboutOf(peer);
  const others = otherDates(nextDatesIn(peer).all(), { next, row: fixingOf(peer).row }, NOW);
  return { at: next?.at ?? null, others: others.map(({ by, at }) => ({ by, at })) };
};

test('of two dates that were fixed apart one counts on both devices, and both see the other', () => {
  const { peers, deliverAll } = linkedPeers(2);
  const [ana, ben] = peers as [CircleDocument, CircleDocument];
  fix(ana, 'd0', 'ana', on(7));
  deliverAll();
  fix(ana, 'd1', 'ana', on(8));
  fix(ben, 'd2', 'ben', on(9));
  expect(seen(ana).others).toEqual([]);
  deliverAll();

  expect(seen(ana)).toEqual(seen(ben));
  const { at, others } = seen(ana);
  expect(others).toHaveLength(1);
  expect([at, others[0]?.at].sort()).toEqual([on(8).at, on(9).at]);

  const other = nextDatesIn(ben)
    .all()
    .find((date) => date.id !== fixingOf(ben).row)!;
  fix(ben, 'd3', 'ben', other);
  deliverAll();
  expect(seen(ana)).toEqual({ at: other.at, others: [] });
});

test('the date that counts can be left to stand alone', () => {
  const { peers, deliverAll } = linkedPeers(2);
  const [ana, ben] = peers as [CircleDocument, CircleDocument];
  fix(ana, 'd1', 'ana', on(8));
  fix(ben, 'd2', 'ben', on(9));
  deliverAll();
  const { at } = seen(ana);
  keepNext(ben);
  deliverAll();
  expect(seen(ana)).toEqual({ at, others: [] });
});

test('a date that somebody fixed while another chose none is told', () => {
  const { peers, deliverAll } = linkedPeers(2);
  const [ana, ben] = peers as [CircleDocument, CircleDocument];
  fix(ana, 'd1', 'ana', on(8));
  fix(ben, 'd2', 'ben', null);
  deliverAll();
  expect(seen(ana)).toEqual(seen(ben));
  const { at, others } = seen(ana);
  expect([at, ...others.map((date) => date.at)]).toContain(on(8).at);
});

test('two that fixed the same date have nothing to settle; another presenter is something', () => {
  const { peers, deliverAll } = linkedPeers(3);
  const [ana, ben, chi] = peers as [CircleDocument, CircleDocument, CircleDocument];
  fix(ana, 'd1', 'ana', on(8));
  fix(ben, 'd2', 'ben', on(8));
  deliverAll();
  expect(seen(ana).others).toEqual([]);
  fix(ben, 'd3', 'ben', on(8, 'ana'));
  fix(chi, 'd4', 'chi', on(8, 'chi'));
  deliverAll();
  expect(seen(ana).others).toHaveLength(1);
});

test('a date that is over is not told any more', () => {
  const { peers, deliverAll } = linkedPeers(2);
  const [ana, ben] = peers as [CircleDocument, CircleDocument];
  fix(ana, 'd1', 'ana', on(8));
  fix(ben, 'd2', 'ben', on(9));
  deliverAll();
  const all = nextDatesIn(ana).all();
  expect(otherDates(all, { next: null, row: fixingOf(ana).row }, on(10).at)).toEqual([]);
});

test('a changed date is the same meeting, changed once more; after a session it is another', () => {
  const [ana] = linkedPeers(1).peers as [CircleDocument];
  fix(ana, 'd1', 'ana', on(7));
  fix(ana, 'd2', 'ben', on(8));
  fix(ana, 'd3', 'ana', on(8, 'ben'));
  expect(fixingOf(ana)).toEqual({ row: 'd3', meeting: 'd1', changes: 2 });

  // It begins twenty minutes early, and its close fixes the next one before its own date has come.
  const startedAt = on(8).at - 20 * 60_000;
  startSession(ana, record.session('s1', { startedAt }), [], []);
  fixNext(ana, on(15), { id: 'd4', by: 'ana', fixedAt: startedAt + 1000 });
  expect(fixingOf(ana)).toEqual({ row: 'd4', meeting: 'd4', changes: 0 });
});

test('a date that an older version has changed stands, and its old row is not told as another', () => {
  const [ana] = linkedPeers(1).peers as [CircleDocument];
  fix(ana, 'd1', 'ana', on(7));
  const before: unknown = ana.meta.get('next');
  ana.write(() => ana.meta.set('next', { ...(before as object), at: on(9).at }));
  expect(seen(ana)).toEqual({ at: on(9).at, others: [] });
});

test('of two contracts that were set apart the later counts on both devices, and both see the other', () => {
  const { peers, deliverAll } = linkedPeers(2);
  const [ana, ben] = peers as [CircleDocument, CircleDocument];
  const contract = { since: NOW, isClosing: false };
  setContract(ana, { ...contract, id: 'k1', sessions: 6, by: 'ana', setAt: NOW });
  deliverAll();
  setContract(ana, { ...contract, id: 'k2', sessions: 4, by: 'ana', setAt: NOW + 2 });
  setContract(ben, { ...contract, id: 'k3', sessions: 8, by: 'ben', setAt: NOW + 1 });
  deliverAll();
  for (const peer of peers) {
    const all = contractsIn(peer).all();
    expect(contractOf(all)?.sessions).toBe(4);
    expect(otherContracts(all).map(({ sessions }) => sessions)).toEqual([8]);
  }
  setContract(ben, { ...contract, id: 'k4', sessions: 8, by: 'ben', setAt: NOW + 3 });
  deliverAll();
  expect(contractsIn(ana).all()).toHaveLength(1);
});
