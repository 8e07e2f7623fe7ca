import { expect, test } from 'vitest';
import { choosePresenter } from '../../src/board/choose-presenter.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { WarmUpBoard } from '../../src/board/warm-up-board.svelte.ts';
import { fade } from '../../src/document/fading.ts';
import { join, leave } from '../../src/document/members.ts';
import { attend, startSession } from '../../src/document/sessions.ts';
import { warmUpLinesIn, warmUpsIn } from '../../src/document/warm-ups.ts';
import { circlePage } from '../support/circle-page.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import { came, member, session, turn } from '../support/records.ts';

const CLOSED = 'Is the deadline a problem?';

/** Ana presents, Ben coaches, and Cleo is another coach; what one writes arrives when the test says so. */
function circleOfThree() {
  const { peers, deliverAll } = linkedPeers(3);
  const [document] = peers;
  const names = ['ana', 'ben', 'cleo'];
  for (const [i, id] of names.entries()) join(document!, member(id, { joinedAt: i }));
  startSession(document!, session('s1'), [turn('t1')], []);
  for (const [i, id] of names.entries()) attend(document!, came(id, i));
  deliverAll();
  const pages = names.map((me, i) => {
    const { board } = circlePage(me, peers[i]);
    const warmUp = new WarmUpBoard(new SessionBoard(board, session('s1')));
    const write = (text: string): void => {
      board.mine.write('draft', warmUp.about, text);
      warmUp.follow();
    };
    return { document: peers[i]!, board, warmUp, write };
  });
  const [ana, ben, cleo] = pages;
  /** All that is under way arrives, and every page looks. */
  const settle = (): void => {
    for (let i = 0; i < 2; i += 1) {
      deliverAll();
      for (const { warmUp } of pages) warmUp.follow();
    }
    deliverAll();
  };
  return { ana: ana!, ben: ben!, cleo: cleo!, settle };
}
const texts = ({ warmUp }: { warmUp: WarmUpBoard }): string[] =>
  warmUp.now.lines.map(({ text }) => text);

test('everyone rewrites the same question, and all is shown together, in one order and without names', () => {
  const { ana, ben, cleo, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  settle();
  expect(ana.warmUp.now).toMatchObject({ question: CLOSED, isShown: false });
  ana.write('What does the deadline do to you?');
  ben.write('How is the deadline for you?');
  settle();
  for (const page of [ana, ben, cleo]) expect(texts(page)).toEqual([]);
  expect(warmUpLinesIn(ana.document).all()).toEqual([]);

  cleo.warmUp.show();
  settle();
  expect(texts(ana)).toHaveLength(2);
  expect(texts(ben)).toEqual(texts(ana));
  expect(texts(cleo)).toEqual(texts(ana));
  for (const line of warmUpLinesIn(cleo.document).all())
    expect(Object.keys(line).sort()).toEqual(['id', 'session', 'text']);
  expect(ben.warmUp.mine?.text).toBe('How is the deadline for you?');
  expect(cleo.warmUp.mine).toBeNull();
  expect(ben.warmUp.draft).toBe('');
});

test('the presenter picks the one they would like to be asked, another, or none', () => {
  const { ana, ben, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('How is it?');
  ben.warmUp.show();
  settle();
  expect([ana.warmUp.isPresenter, ben.warmUp.isPresenter]).toEqual([true, false]);
  const [line] = ana.warmUp.now.lines;
  ana.warmUp.pick(line!.id);
  settle();
  expect(ben.warmUp.now.picked).toBe(line!.id);
  ben.warmUp.takeBack();
  settle();
  expect(ana.warmUp.now.picked).toBeNull();
  ben.warmUp.publish();
  settle();
  expect(ana.warmUp.now.picked).toBe(line!.id);
  ana.warmUp.pick(line!.id);
  settle();
  expect(ben.warmUp.now.picked).toBeNull();
});

test('where nobody has written, it is shown that all say theirs aloud', () => {
  const { ana, ben, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('   ');
  settle();
  ana.warmUp.show();
  settle();
  expect(ben.warmUp.now).toMatchObject({ isShown: true, lines: [] });
  expect(ben.warmUp.draft).toBe('   ');
});

test('who comes late sees all, and shows theirs when they want to', () => {
  const { ana, ben, cleo, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('How is it?');
  ben.warmUp.show();
  settle();
  expect(texts(cleo)).toEqual(['How is it?']);
  cleo.write('What is it like?');
  settle();
  expect(texts(ana)).toEqual(['How is it?']);
  cleo.warmUp.publish();
  settle();
  expect(texts(ana)).toHaveLength(2);
});

test('who was away while all was shown sends theirs on return', () => {
  const { ana, ben, cleo, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  settle();
  cleo.write('What is it like?');
  ben.warmUp.show();
  expect(texts(ben)).toEqual([]);
  settle();
  expect(texts(ana)).toEqual(['What is it like?']);
});

test('two who begin at once have one question, and showing is not undone by either', () => {
  const { ana, ben, cleo, settle } = circleOfThree();
  ana.warmUp.begin(CLOSED);
  ben.warmUp.begin('Do you want to stay?');
  ben.write('What keeps you?');
  ben.warmUp.show();
  settle();
  for (const page of [ana, ben, cleo]) {
    expect(page.warmUp.now).toMatchObject({ question: 'Do you want to stay?', isShown: true });
    expect(texts(page)).toEqual(['What keeps you?']);
  }
  ana.warmUp.leaveOut();
  settle();
  expect(ben.warmUp.now.isShown).toBe(true);
});

test('left out, it asks nothing of anybody, and drafts stay with their writers', () => {
  const { ana, ben, settle } = circleOfThree();
  ana.warmUp.begin(CLOSED);
  settle();
  ben.write('How is it?');
  ana.warmUp.leaveOut();
  settle();
  expect(ben.warmUp.now).toEqual({ question: null, isShown: false, lines: [], picked: null });
  ben.warmUp.show();
  settle();
  expect(ana.warmUp.now.isShown).toBe(false);
  expect(ben.warmUp.draft).toBe('How is it?');
});

test('a member who leaves takes nothing away, and a presenter who does leaves the picking to the next', () => {
  const { ana, ben, cleo, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('How is it?');
  ben.warmUp.show();
  settle();
  leave(ben.document, 'ben', 10);
  leave(ana.document, 'ana', 11);
  settle();
  expect(texts(cleo)).toEqual(['How is it?']);
  expect(cleo.warmUp.isPresenter).toBe(false);
  choosePresenter(new SessionBoard(cleo.board, session('s1')), 'cleo');
  settle();
  expect(cleo.warmUp.isPresenter).toBe(true);
});

test('a line that is too long stays with its writer', () => {
  const { ben, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('How '.repeat(100));
  ben.warmUp.show();
  settle();
  expect(texts(ben)).toEqual([]);
  expect(ben.warmUp.draft).toContain('How');
});

test('examples that are taken lose none of my words, on a page that is opened again either', () => {
  const { ben, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('Is it hard?');
  ben.warmUp.take('What makes it hard?');
  const again = new WarmUpBoard(new SessionBoard(ben.board, session('s1')));
  expect(again.mineBefore).toBe('Is it hard?');
  ben.write('What makes it hard for you?');
  again.take('What does the deadline do to you?');
  expect(again.mineBefore).toBe('Is it hard?');
  expect(ben.board.mine.lines('listening', 't1')).toEqual(['What makes it hard for you?']);
  again.bringWordsBack();
  expect(again.draft).toBe('Is it hard?');
  again.bringWordsBack();
  again.show();
  settle();
  expect(texts(ben)).toEqual(['What does the deadline do to you?']);
  expect(again.mineBefore).toBe('');
  expect(ben.board.mine.lines('listening', 't1')).toContain('Is it hard?');
});

test('where nobody presents, there are no notes: my words stay beside one another', () => {
  const { board } = circlePage('ana');
  const warmUp = new WarmUpBoard(new SessionBoard(board, session('s1')));
  board.mine.write('draft', warmUp.about, 'Is it hard?');
  warmUp.take('What makes it hard?');
  board.mine.write('draft', warmUp.about, 'Is it easy?');
  warmUp.take('What makes it easy?');
  expect(warmUp.mineBefore).toBe('Is it hard?\nIs it easy?');
});

test('it fades with the notes of its session', () => {
  const { ana, ben, settle } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.write('How is it?');
  ben.warmUp.show();
  settle();
  fade(ana.document, { session: 's1', at: 20, by: 'ana' });
  settle();
  expect(warmUpLinesIn(ben.document).shared.size).toBe(0);
  expect(warmUpsIn(ben.document).shared.size).toBe(0);
});

test('what a stranger writes is bounded, and what is no row is skipped', () => {
  const { ana, ben } = circleOfThree();
  ben.warmUp.begin(CLOSED);
  ben.warmUp.show();
  const rows = warmUpLinesIn(ben.document).shared;
  for (let i = 0; i < 50; i += 1) rows.set(`x${i}`, { id: `x${i}`, session: 's1', text: 'X' });
  rows.set('odd', { id: 'other', session: 's1', text: 'X' });
  rows.set('html', 7);
  expect(texts(ben)).toHaveLength(12);
  expect(texts(ana)).toEqual([]);
});
