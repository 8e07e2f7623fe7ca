import { expect, test } from 'vitest';
import { peopleOf } from '../../src/board/people.ts';
import { parsePresence } from '../../src/board/presence.ts';
import { seatsOf } from '../../src/domain/member.ts';
import type { Peer, Reach } from '../../src/sync/link.ts';
import { member } from '../support/records.ts';

const seats = seatsOf(['ana', 'ben', 'chen'].map((id, i) => member(id, { joinedAt: i })));
const direct: Reach = { kind: 'direct' };
const page = (id: string, member: string, reach: Reach = direct, away = false): Peer => ({
  id,
  reach,
  presence: { member, device: id, away, session: null },
});
const ben = (peers: Peer[], seen = new Map<string, number>()) =>
  peopleOf(seats, 'ana', peers, seen)[1]!;

test('everyone with a seat is listed, and I am here', () => {
  const people = peopleOf(seats, 'ana', [], new Map());
  expect(people.map(({ id, isMe, isHere }) => [id, isMe, isHere])).toEqual([
    ['ana', true, true],
    ['ben', false, false],
    ['chen', false, false],
  ]);
});

test.each<[what: string, peers: Peer[], reached: object, isHere: boolean]>([
  ['directly', [page('b', 'ben')], { how: 'direct' }, true],
  ['through a relay', [page('b', 'ben', { kind: 'turn' })], { how: 'turn' }, true],
  ['through the rendezvous', [page('b', 'ben', { kind: 'relay' })], { how: 'relay' }, true],
  [
    'rather through another than through the rendezvous',
    [page('b', 'ben', { kind: 'relay' }), page('c', 'ben', { kind: 'through', by: 'x' })],
    { how: 'through', seat: null },
    true,
  ],
  ['not while the page is away', [page('b', 'ben', direct, true)], { how: 'away' }, false],
  [
    'by the best of two devices',
    [page('b', 'ben', direct, true), page('c', 'ben')],
    { how: 'direct' },
    true,
  ],
  [
    'through the one who carries it',
    [page('c', 'chen'), page('b', 'ben', { kind: 'through', by: 'c' })],
    { how: 'through', seat: seats[2] },
    true,
  ],
  [
    'through a page that has not named itself',
    [page('b', 'ben', { kind: 'through', by: 'x' })],
    { how: 'through', seat: null },
    true,
  ],
])('a member is reached %s', (_what, peers, reached, isHere) => {
  expect(ben(peers)).toMatchObject({ reached, isHere });
});

test('who has gone was last seen at a time, or never', () => {
  expect(ben([]).reached).toEqual({ how: 'gone', lastSeen: null });
  expect(ben([], new Map([['ben', 7]])).reached).toEqual({ how: 'gone', lastSeen: 7 });
});

test.each([null, 7, 'here', [], {}, { device: '' }, { device: 'a'.repeat(101) }])(
  'a page that says %j of itself says nothing',
  (said) => {
    expect(parsePresence(said)).toBeNull();
  },
);

test('what a page says of itself is read field by field', () => {
  expect(parsePresence({ device: 'd', member: 7, away: 'yes', session: 's1', more: 1 })).toEqual({
    device: 'd',
    member: null,
    away: false,
    session: 's1',
    day: null,
  });
  expect(parsePresence({ device: 'd', day: 20_000 })?.day).toBe(20_000);
  expect(parsePresence({ device: 'd', day: 20_000.5 })?.day).toBeNull();
});
