import { expect, test } from 'vitest';
import { asMarkdown, cycleBook, type BookSources } from '../../src/domain/cycle-book.ts';
import * as record from '../support/records.ts';

const learning = (member: string, text: string, at: number) => ({
  session: 's1',
  member,
  text,
  at,
  changedAt: null,
});
const sources: BookSources = {
  me: 'ana',
  sessions: [record.session('s2', { startedAt: 90 }), record.session('s1', { startedAt: 10 })],
  turns: [
    record.turn('t1', { presenter: 'ana' }),
    record.turn('t2', { session: 's2', presenter: 'ben', challenge: 'His boss' }),
  ],
  questions: [
    record.question('ben', 0, 1, { id: 'q1', text: 'What holds you?' }),
    record.question('ben', 1, 2, { id: 'q2', text: 'What if not?' }),
    record.question('ben', 2, 3, { id: 'q3', text: 'Taken back?', takenBack: true }),
    record.question('ben', 3, 4, { id: 'q4', text: '' }),
    record.question('ana', 0, 5, { id: 'q5', text: 'What does he fear?', turn: 't2' }),
  ],
  learnings: [learning('ben', 'Ben hurries', 1), learning('ana', 'I can wait', 2)],
  norms: [record.norm('n1', { text: 'We ask first.' }), record.norm('n2', { status: 'retired' })],
  commitments: [
    record.commitment('c1', { owner: 'ana', text: 'Call Tom' }),
    record.commitment('c2', { owner: 'ben', text: 'Ben writes' }),
  ],
  reports: [{ ...record.report('c1', 's2', 'did'), learned: 'He was glad' }],
  hasOpened: (id) => id === 'q2',
};

test('a cycle book holds what is mine, the norms, and what I was asked, and nothing of others', () => {
  const book = cycleBook(sources);
  expect(book).toEqual({
    from: 10,
    to: 90,
    learnings: ['I can wait'],
    norms: ['We ask first.'],
    questions: ['What if not?', 'What holds you?'],
    actions: [{ text: 'Call Tom', learned: ['He was glad'] }],
  });
  expect(JSON.stringify(book)).not.toMatch(/Ben|boss|fear/i);
});

test('a circle that never met has a book with nothing in it', () => {
  const none = { sessions: [], turns: [], questions: [], learnings: [], commitments: [] };
  expect(cycleBook({ ...sources, ...none })).toMatchObject({ from: null, to: null, questions: [] });
});

test('as Markdown what a person wrote stays one line that means nothing to Markdown', () => {
  const parts = [
    { heading: 'Mine', lines: [{ text: '# no *heading*\n- no list', below: ['a\n\nb'] }] },
    { heading: 'Empty', lines: [] },
  ];
  expect(asMarkdown('Book', '', parts)).toBe(
    '# Book\n\n## Mine\n\n- \\# no \\*heading\\* - no list\n  - a b\n',
  );
});
