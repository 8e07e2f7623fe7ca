import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AgreeingBoard } from '../../src/board/agreeing-board.svelte.ts';
import { starsIn } from '../../src/document/agreeing.ts';
import { normsIn } from '../../src/document/norms.ts';
import { sessionsIn } from '../../src/document/sessions.ts';
import type { Picked } from '../../src/domain/shortlist.ts';
import { parseNormWords } from '../../src/domain/vague.ts';
import { norm, session } from '../support/records.ts';
import { sessionPages } from '../support/session-pages.ts';

const words = parseNormWords(JSON.parse(readFileSync('content/norm-words/en.json', 'utf8')))!;
const norms = ['co1', 'vo1', 'li1'].map((name) => ({
  name,
  text: `We keep ${name}.`,
  why: 'Because.',
  looksLike: '',
  slipLine: '',
}));
const library = { norms: new Map(norms.map((norm) => [norm.name, norm])), words };
const known = (name: string): Picked => ({ kind: 'library', name });
const own = (text: string): Picked => ({ kind: 'own', text });

/** Members in one session that agrees on norms. */
function circle(...names: string[]) {
  const { net, pages, boards, meet } = sessionPages(...names);
  const agreeing = meet('first75').map((session) => new AgreeingBoard(session, library));
  return { net, pages, boards, agreeing };
}
const textsOf = (board: AgreeingBoard) => board.chosen.map(({ norm }) => norm.text);

test('lists come in alone, are put in once, and can be taken out again', () => {
  const { net, agreeing } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('co1'), own('We laugh.')]);
  agreeing[0]!.putIn([known('co1'), own('We laugh.')]);
  agreeing[1]!.putIn([known('co1'), known('gone')]);
  net.deliverAll();
  expect(agreeing[1]!.cards.map(({ norm, picks }) => [norm.text, picks])).toEqual([
    ['We keep co1.', 2],
    ['We laugh.', 1],
  ]);
  expect([...agreeing[0]!.hasPutIn]).toEqual(['ana', 'ben']);
  agreeing[0]!.takeOut();
  net.deliverAll();
  expect(agreeing[1]!.cards.map(({ norm }) => norm.text)).toEqual(['We keep co1.']);
});

test('two who go on at once arrive at the same step', () => {
  const { net, agreeing } = circle('ana', 'ben');
  for (const each of agreeing) each.goTo('together');
  net.deliverAll();
  expect(agreeing.map(({ step }) => step)).toEqual(['together', 'together']);
});

test('a norm with an objection is put in other words, asked about anew, and agreed with all that said the same', () => {
  const { net, boards, agreeing } = circle('ana', 'ben', 'cem');
  agreeing[0]!.putIn([known('co1')]);
  agreeing[1]!.putIn([known('co1')]);
  net.deliverAll();
  agreeing[2]!.answer(agreeing[2]!.cards[0]!, 'objection', 'My duty comes first.');
  net.deliverAll();
  for (const each of agreeing.slice(0, 2)) each.answer(each.cards[0]!, 'consent');
  net.deliverAll();
  expect(boards[0]!.norms.agreed).toEqual([]);
  agreeing[0]!.reword(agreeing[0]!.cards[0]!.norm, 'We keep co1, but for danger.', 'Sorry.');
  net.deliverAll();
  expect(textsOf(agreeing[2]!)).toEqual(['We keep co1, but for danger.']);
  for (const each of agreeing.slice(1)) each.answer(each.cards[0]!, 'consent');
  net.deliverAll();
  // Two at once each miss the other's word; then anyone may say that it is agreed.
  if (agreeing[0]!.cards.length > 0) agreeing[0]!.agree(agreeing[0]!.cards[0]!);
  net.deliverAll();
  for (const { norms } of boards) {
    expect(norms.agreed.map(({ text }) => text)).toEqual(['We keep co1, but for danger.']);
    expect(norms.proposed).toEqual([]);
  }
});

test('two who put a norm into other words at once see the same one of both', () => {
  const { net, agreeing } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('co1')]);
  net.deliverAll();
  agreeing[0]!.reword(agreeing[0]!.cards[0]!.norm, 'We keep it here.', '');
  agreeing[1]!.reword(agreeing[1]!.cards[0]!.norm, 'We keep it in.', '');
  net.deliverAll();
  expect(textsOf(agreeing[0]!)).toEqual(textsOf(agreeing[1]!));
  expect(agreeing[0]!.cards).toHaveLength(1);
});

test('a trial is for two sessions, and is in force as one', () => {
  const { net, boards, agreeing } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('vo1')]);
  net.deliverAll();
  agreeing[1]!.tryIt(agreeing[1]!.cards[0]!);
  for (const each of agreeing) {
    net.deliverAll();
    each.answer(each.cards[0]!, 'consent');
  }
  net.deliverAll();
  expect(boards[0]!.norms.agreed).toMatchObject([{ status: 'trial', trialSessions: 2 }]);
});

test('a member who moves a star has one, and two may star the same norm', () => {
  const { net, agreeing, pages } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('vo1'), known('li1')]);
  net.deliverAll();
  agreeing[0]!.star(agreeing[0]!.cards[0]!);
  agreeing[1]!.star(agreeing[1]!.cards[0]!);
  net.deliverAll();
  expect(agreeing[0]!.cards[0]!.starredBy).toEqual(['ana', 'ben']);
  agreeing[0]!.star(agreeing[0]!.cards[1]!);
  net.deliverAll();
  expect(agreeing[1]!.cards.map(({ starredBy }) => starredBy)).toEqual([['ben'], ['ana']]);
  expect(starsIn(pages[1]!.board.document).all()).toHaveLength(2);
  agreeing[0]!.star(agreeing[0]!.cards[1]!);
  expect(agreeing[0]!.myStar).toBeNull();
});

test('a member who leaves in the middle is not waited for', () => {
  const { net, boards, agreeing } = circle('ana', 'ben', 'cem');
  agreeing[0]!.putIn([known('vo1')]);
  net.deliverAll();
  boards[2]!.leave();
  net.deliverAll();
  for (const each of agreeing.slice(0, 2)) {
    each.answer(each.cards[0]!, 'consent');
    net.deliverAll();
  }
  expect(boards[0]!.norms.agreed).toHaveLength(1);
});

test('a promise is changed only when everyone with a seat says yes, and holds until then', () => {
  const { net, boards, agreeing } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('co1'), known('vo1')]);
  net.deliverAll();
  for (const each of agreeing) {
    for (const card of each.cards) each.answer(card, 'consent');
    net.deliverAll();
  }
  const [promise, voice] = boards[0]!.norms.agreed;
  agreeing[0]!.letGo(promise!);
  agreeing[0]!.letGo(voice!);
  net.deliverAll();
  expect(agreeing[1]!.cards.map(({ norm }) => norm.asksEveryone)).toEqual([true, false]);
  expect(boards[1]!.norms.agreed).toHaveLength(2);
  for (const card of agreeing[1]!.cards) agreeing[1]!.answer(card, 'consent');
  net.deliverAll();
  expect(boards[0]!.norms.agreed).toEqual([]);
});

test('who is in is asked again once two have ratified and edited at once, or somebody objects later', () => {
  const { net, boards, agreeing } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('vo1')]);
  net.deliverAll();
  for (const each of agreeing) {
    each.answer(each.cards[0]!, 'consent');
    net.deliverAll();
  }
  boards[0]!.norms.ratify();
  agreeing[1]!.reword(boards[1]!.norms.agreed[0]!, 'We give everyone a turn.', '');
  boards[1]!.norms.ratify();
  net.deliverAll();
  // A proposal changes nothing yet: both are in with the old words.
  expect([...boards[0]!.norms.ratifiedBy]).toEqual(['ana', 'ben']);
  agreeing[0]!.answer(agreeing[0]!.cards[0]!, 'objection', 'Too long.');
  net.deliverAll();
  expect([...boards[1]!.norms.ratifiedBy]).toEqual(['ana', 'ben']);
  agreeing[0]!.answer(agreeing[0]!.cards[0]!, 'consent');
  net.deliverAll();
  expect(boards[1]!.norms.agreed.map(({ text }) => text)).toEqual(['We give everyone a turn.']);
  expect([...boards[1]!.norms.ratifiedBy]).toEqual([]);
});

test('what was not asked about is put aside at the end, and a newer step is the last', () => {
  const { net, boards, agreeing, pages } = circle('ana', 'ben');
  agreeing[0]!.putIn([known('vo1')]);
  agreeing[0]!.goTo('in');
  net.deliverAll();
  expect(boards[1]!.norms.proposed).toEqual([]);
  const session = boards[0]!.session!.id;
  const row = { session, step: 'celebrate', by: 'ana', at: 9 };
  pages[0]!.board.document.doc.getMap('agreeing').set(session, row);
  expect(agreeing[0]!.step).toBe('in');
});

test('norms of older versions are read as neither same, nor to let go, nor decided', () => {
  const { boards } = circle('ana');
  const { document } = boards[0]!;
  normsIn(document).put({
    id: 'old',
    text: 'We wait.',
    proposedBy: 'ana',
    proposedAt: 1,
    status: 'adopted',
  } as never);
  expect(boards[0]!.norms.agreed).toMatchObject([
    { id: 'old', sameAs: null, retires: false, asksEveryone: false, decidedAt: null },
  ]);
});

test('an objection of somebody who has left holds nothing up, and counts again when they come back', () => {
  const { net, boards, agreeing } = circle('ana', 'ben', 'cem');
  agreeing[0]!.putIn([known('vo1')]);
  net.deliverAll();
  agreeing[2]!.answer(agreeing[2]!.cards[0]!, 'objection', 'No.');
  agreeing[0]!.answer(agreeing[0]!.cards[0]!, 'consent');
  net.deliverAll();
  boards[2]!.leave();
  net.deliverAll();
  expect(boards[0]!.norms.ballots.map(({ member }) => member)).toEqual(['ana']);
  agreeing[1]!.answer(agreeing[1]!.cards[0]!, 'consent');
  net.deliverAll();
  expect(boards[0]!.norms.agreed).toHaveLength(1);
  boards[2]!.takeSeatAgain('cem');
  net.deliverAll();
  expect(boards[0]!.norms.ballots).toHaveLength(3);
});

test('a norm proposed by itself asks everyone when it loosens a promise', () => {
  const { boards, agreeing } = circle('ana', 'ben');
  const by = (text: string, template: string | null = null) => {
    const own = { text, why: '', looksLike: '', slipLine: '', group: '', template };
    const id = agreeing[0]!.propose(own);
    return boards[0]!.norms.proposed.find((norm) => norm.id === id);
  };
  expect(by('We record the sessions.')).toMatchObject({ asksEveryone: true, proposedBy: 'ana' });
  expect(by('We start on time.')?.asksEveryone).toBe(false);
  expect(by('We keep co1.', 'co1')?.asksEveryone).toBe(false);
});

test('two who ask at once whether a norm on trial stays ask one question; dropped, the norm goes with it', () => {
  const { net, boards, agreeing, pages } = circle('ana', 'ben');
  const { document } = boards[0]!;
  document.write(() => {
    const tried = { status: 'trial', trialSessions: 2, decidedAt: 1 } as const;
    normsIn(document).put(norm('n1', tried));
    normsIn(document).put(norm('n2', tried));
    for (const id of ['s1', 's2'])
      sessionsIn(document).put(session(id, { startedAt: 2, closedAt: 3 }));
  });
  net.deliverAll();
  for (const { time } of pages) time.now += 100;
  for (const each of agreeing) for (const tried of boards[0]!.norms.agreed) each.askAgain(tried);
  net.deliverAll();
  expect(agreeing[0]!.cards).toHaveLength(2);
  const [first, second] = agreeing[0]!.cards;
  agreeing[0]!.answer(first!, 'consent');
  net.deliverAll();
  agreeing[1]!.answer(agreeing[1]!.cards[0]!, 'consent');
  agreeing[0]!.drop(second!);
  net.deliverAll();
  expect(boards[1]!.norms.proposed).toEqual([]);
  expect(boards[1]!.norms.agreed).toMatchObject([
    { status: 'adopted', amends: first!.norm.amends },
  ]);
});
