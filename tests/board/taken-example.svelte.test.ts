import { expect, test } from 'vitest';
import { Private } from '../../src/board/private.svelte.ts';
import { putWordsAway, takeExample } from '../../src/board/taken-example.ts';

function noteBook(): Private {
  return new Private(null, (error) => {
    throw error;
  });
}
const writing = (mine: Private) => ({
  question: mine.read('draft', 'question t'),
  before: mine.read('draft', 'before t'),
  notes: mine.lines('listening', 't'),
});

test('an example takes the place of my words, which stay at hand', () => {
  const mine = noteBook();
  mine.write('draft', 'question t', 'Have you tried yoga?');
  takeExample(mine, 't', 'What have you tried?');
  expect(writing(mine)).toEqual({
    question: 'What have you tried?',
    before: 'Have you tried yoga?',
    notes: [],
  });
});

test('one example after another loses none of my words', () => {
  const mine = noteBook();
  mine.write('draft', 'question t', 'Have you tried yoga?');
  takeExample(mine, 't', 'What helps?');
  takeExample(mine, 't', 'What else?');
  expect(writing(mine)).toMatchObject({ before: 'Have you tried yoga?', notes: [] });
  mine.write('draft', 'question t', 'What else is there?');
  takeExample(mine, 't', 'What helps?');
  expect(writing(mine)).toEqual({
    question: 'What helps?',
    before: 'Have you tried yoga?',
    notes: ['What else is there?'],
  });
  putWordsAway(mine, 't');
  expect(writing(mine)).toMatchObject({
    before: '',
    notes: ['What else is there?', 'Have you tried yoga?'],
  });
});

test('where nothing was written, nothing is put away', () => {
  const mine = noteBook();
  takeExample(mine, 't', 'What helps?');
  putWordsAway(mine, 't');
  expect(writing(mine)).toEqual({ question: 'What helps?', before: '', notes: [] });
});
