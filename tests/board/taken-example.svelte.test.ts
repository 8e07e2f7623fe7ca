import { expect, test } from 'vitest';
import { Private } from '../../src/board/private.svelte.ts';
import { before, putWordsAway, swapWords, takeExample } from '../../src/board/taken-example.ts';

function noteBook(): Private {
  return new Private(null, (error) => {
    throw error;
  });
}
const QUESTION = 'question t';
const writing = (mine: Private) => ({
  question: mine.read('draft', QUESTION),
  before: mine.read('draft', before(QUESTION)),
  notes: mine.lines('listening', 't'),
});

test('an example takes the place of my words, which stay at hand', () => {
  const mine = noteBook();
  mine.write('draft', QUESTION, 'Have you tried yoga?');
  takeExample(mine, 't', QUESTION, 'What have you tried?');
  expect(writing(mine)).toEqual({
    question: 'What have you tried?',
    before: 'Have you tried yoga?',
    notes: [],
  });
});

test('one example after another loses none of my words', () => {
  const mine = noteBook();
  mine.write('draft', QUESTION, 'Have you tried yoga?');
  takeExample(mine, 't', QUESTION, 'What helps?');
  takeExample(mine, 't', QUESTION, 'What else?');
  expect(writing(mine)).toMatchObject({ before: 'Have you tried yoga?', notes: [] });
  mine.write('draft', QUESTION, 'What else is there?');
  takeExample(mine, 't', QUESTION, 'What helps?');
  expect(writing(mine)).toEqual({
    question: 'What helps?',
    before: 'Have you tried yoga?',
    notes: ['What else is there?'],
  });
  putWordsAway(mine, 't', QUESTION);
  expect(writing(mine)).toMatchObject({
    before: '',
    notes: ['What else is there?', 'Have you tried yoga?'],
  });
});

test('where nothing was written, nothing is put away', () => {
  const mine = noteBook();
  takeExample(mine, 't', QUESTION, 'What helps?');
  putWordsAway(mine, 't', QUESTION);
  expect(writing(mine)).toEqual({ question: 'What helps?', before: '', notes: [] });
});

test('a field that I have emptied has no words to be brought back', () => {
  const mine = noteBook();
  mine.writeDraft(QUESTION, 'Have you tried yoga?');
  takeExample(mine, 't', QUESTION, 'What helps?');
  mine.writeDraft(QUESTION, '');
  swapWords(mine, QUESTION, before(QUESTION));
  expect(writing(mine)).toEqual({ question: 'Have you tried yoga?', before: '', notes: [] });
});
