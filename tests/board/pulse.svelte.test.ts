import { expect, test } from 'vitest';
import { PulseBoard } from '../../src/board/pulse-board.svelte.ts';
import { fade } from '../../src/document/fading.ts';
import { join } from '../../src/document/members.ts';
import { pulsesIn } from '../../src/document/pulses.ts';
import { attend, closeSession, startSession } from '../../src/document/sessions.ts';
import { circlePage } from '../support/circle-page.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import { came, member, session } from '../support/records.ts';

const names = ['ana', 'ben', 'cleo', 'dan'];

function circleOfFour() {
  const { peers, deliverAll } = linkedPeers(4);
  const [first] = peers;
  startSession(first!, session('s1'), [], []);
  for (const [i, id] of names.entries()) {
    join(first!, member(id, { joinedAt: i }));
    attend(first!, came(id, i));
  }
  deliverAll();
  const pages = names.map((me, i) => {
    const { board } = circlePage(me, peers[i]);
    return { document: peers[i]!, board, pulse: new PulseBoard(board) };
  });
  const end = (): void => closeSession(first!, 's1', session('s1').clock, 100);
  return { pages, deliverAll, end };
}

test('each answers, and all see one middle, with nobody’s id in any row', () => {
  const { pages, deliverAll } = circleOfFour();
  for (const [i, { pulse }] of pages.entries()) pulse.answer('s1', 'heard', i === 0 ? 0 : 3);
  deliverAll();
  for (const { pulse } of pages)
    expect(pulse.of('s1', 'heard')).toEqual({
      kind: 'shown',
      answered: 4,
      middle: 3,
      someLow: false,
    });
  expect(pages.map(({ pulse }) => pulse.mine('s1', 'heard'))).toEqual([0, 3, 3, 3]);
  for (const row of pulsesIn(pages[0]!.document).all())
    expect(Object.keys(row).sort()).toEqual(['id', 'item', 'session', 'value']);
});

test('three answers of one person have different ids; another tap replaces, and one can take it back', () => {
  const { pages } = circleOfFour();
  const { document, pulse } = pages[1]!;
  for (const item of ['heard', 'asked', 'worth'] as const) pulse.answer('s1', item, 2);
  expect(
    new Set(
      pulsesIn(document)
        .all()
        .map(({ id }) => id),
    ).size,
  ).toBe(3);
  pulse.answer('s1', 'heard', 4);
  expect(pulse.mine('s1', 'heard')).toBe(4);
  expect(pulsesIn(document).all()).toHaveLength(3);
  pulse.takeBack('s1', 'heard');
  expect(pulse.mine('s1', 'heard')).toBeNull();
  expect(pulsesIn(document).all()).toHaveLength(2);
});

test('the pulse of a session stays when its notes have faded', () => {
  const { pages, deliverAll, end } = circleOfFour();
  for (const { pulse } of pages) pulse.answer('s1', 'worth', 3);
  deliverAll();
  end();
  fade(pages[0]!.document, { session: 's1', at: 200, by: null });
  deliverAll();
  expect(pages[3]!.pulse.shown.map(({ session: { id } }) => id)).toEqual(['s1']);
});
