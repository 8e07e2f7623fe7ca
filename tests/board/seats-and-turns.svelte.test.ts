import { describe, expect, test } from 'vitest';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { join, leave } from '../../src/document/members.ts';
import { answer, propose } from '../../src/document/norms.ts';
import { attend, startSession } from '../../src/document/sessions.ts';
import type { Colour } from '../../src/domain/member.ts';
import { circlePage } from '../support/circle-page.ts';
import { linkTo } from '../support/fake-link.ts';
import { norm, session, turn } from '../support/records.ts';

/** A circle with seats for these members, in this order. */
function circleOf(...names: string[]): CircleDocument {
  const document = new CircleDocument();
  names.forEach((id, i) => {
    const colour = (i + 1) as Colour;
    join(document, { id, name: id, joinedAt: i, colour, leftAt: null });
  });
  return document;
}

describe('a round of questions', () => {
  function explore() {
    const document = circleOf('ana', 'ben', 'chris', 'dana');
    startSession(document, session('s1'), [turn('t1', { session: 's1', presenter: 'ana' })], []);
    ['ana', 'ben', 'chris', 'dana'].forEach((member, at) =>
      attend(document, { session: 's1', member, at }),
    );
    const { board } = circlePage('dana', document, ['ana', 'ben', 'chris']);
    return { document, session: new SessionBoard(board, session('s1')) };
  }

  test('does not wait for somebody who has left the circle', () => {
    const { document, session: board } = explore();
    expect(board.explore.asking).toBe('ben');
    leave(document, 'ben', 10);
    expect(board.explore.asking).toBe('chris');
    expect(board.explore.round.order).not.toContain('ben');
  });
});

describe('a norm', () => {
  test('waits for a member who looks elsewhere, and not for one who is not here', () => {
    const document = circleOf('ana', 'ben', 'chris');
    propose(document, norm('n1', { status: 'proposed' }));
    const { board } = circlePage('ana', document);
    const link = linkTo(['ben']);
    const [ben] = link.peers();
    const away = { ...ben!, presence: { member: 'ben', device: 'b', away: true, session: null } };
    board.link.attach({ ...link, peers: () => [away] });

    expect(board.norms.askedFor(board.norms.all[0]!).map(({ id }) => id)).toEqual(['ana', 'ben']);
    board.norms.answer('n1', 'consent');
    expect(board.norms.agreed).toEqual([]);
    answer(document, { norm: 'n1', member: 'ben', stance: 'concern', reason: '', at: 2 }, false);
    expect(board.norms.canAgree('n1')).toBe(true);
  });
});
