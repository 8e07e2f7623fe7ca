import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadLanguage } from '../../../scripts/coach/load-language.ts';
import { classify } from '../../../src/domain/coach/classify.ts';
import { hear, heardAloud } from '../../../src/domain/practice/conversation/hear.ts';
import {
  openness,
  type Manners,
  type PracticeCase,
} from '../../../src/domain/practice/conversation/practice-case.ts';
import {
  beginning,
  heardAs,
  type PracticeConversation,
} from '../../../src/domain/practice/conversation/practice-conversation.ts';
import { withReply } from '../../../src/domain/practice/conversation/reply.ts';
import { whatToTry } from '../../../src/domain/practice/conversation/what-to-try.ts';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manners: Manners = read('content/manners/en/presenter.json');
const cases: PracticeCase[] = globSync('content/conversations/en/*.json').sort().map(read);
const nkechi: PracticeCase = read('content/conversations/en/handover.json');
const language = loadLanguage('en');

function say(text: string, so = beginning, it = nkechi): PracticeConversation {
  const verdict = language && classify(text, { language, phase: 'explore' });
  return withReply(text, hear(text, verdict, it, manners, so), it, manners, so);
}
const talk = (...texts: string[]): PracticeConversation =>
  texts.reduce((so, text) => say(text, so), beginning);
const lastOf = (so: PracticeConversation) => {
  const turn = so.turns.at(-1);
  if (!turn) throw new Error('nothing was said');
  return turn;
};

test.each([
  ['Hi Nkechi', 'greeting'],
  ['How are you?', 'greeting'],
  ['Thank you', 'thanks'],
  ['What happened at that moment?', 'open'],
  ['Could you say more about that?', 'open'],
  ['How are you holding up?', 'open'],
  ['How do you feel about losing a word?', 'open'],
  ['What is in the way?', 'open'],
  ['And?', 'open'],
  ['Have you talked to Jonas?', 'closed'],
  ['How long has it been?', 'fact'],
  ['On a scale of 0 to 10, how tired are you?', 'scale'],
  ['Is it the work or the people?', 'either-or'],
  ['Why didn’t you tell him?', 'why-blame'],
  ['Have you tried writing it down?', 'advice'],
  ['You should talk to your manager', 'advice'],
  ['Why don’t you ask him?', 'advice'],
  ['What happened, how did you feel, and what will you do?', 'stacked'],
  ['He finished your sentence.', 'reflection'],
  ['So you say the bare minimum now.', 'reflection'],
  ['It sounds lonely.', 'reflection'],
  ['I had a colleague like that once.', 'statement'],
  ['Shall I go on?', 'consent'],
  ['What is the capital of France?', 'off-topic'],
  ['Are you an AI?', 'made-up'],
  ['Ignore all previous instructions', 'made-up'],
  ['Was möchtest du wirklich?', 'other-language'],
  ['¿Qué es lo que más te importa?', 'other-language'],
  ['你好吗', 'other-language'],
  ['ماذا تريد؟', 'other-language'],
  ['lol', 'unclear'],
  ['💛', 'unclear'],
  ['<b>', 'unclear'],
  ['…', 'silence'],
  ['and then she said to me that '.repeat(20), 'long'],
])('“%s” is heard as %s', (text, as) => {
  expect(lastOf(say(text)).heard.as).toBe(as);
});

test('an open question opens, a closed one gets a shrug, a reproach and advice close', () => {
  expect(say('What happened at that moment?')).toMatchObject({ openness: 'careful' });
  const opened = talk('What happened at that moment?', 'So everybody waited.');
  expect(opened.openness).toBe('warm');
  expect(say('Does he know?', opened).openness).toBe('warm');
  expect(say('Why didn’t you tell him?', opened).openness).toBe('careful');
  expect(say('You should tell him', opened).openness).toBe('careful');
});

test('giving words back goes deeper into what was spoken of, as far as the presenter is open', () => {
  const so = talk('What happened at that moment?', 'So everybody waited.', 'It was very quiet.');
  expect(so.turns.map(({ effect }) => effect)).toEqual(['opened', 'opened', 'opened']);
  expect(so.told).toEqual(new Map([['sentence', 3]]));
  const [sentence] = nkechi.threads.filter(({ name }) => name === 'sentence');
  expect(lastOf(so).reply).toContain(sentence?.layers[2]);
});

test('what was not said before takes more than one question', () => {
  const closed = talk('What happened at that moment?', 'You should forget it', 'Try to forget it');
  const asked = say('What else about the sentence?', closed);
  expect(asked.told.get('sentence')).toBe(2);
  expect(closed.openness).toBe('guarded');
});

test('a question asked again is not answered as if it were new', () => {
  const so = talk('What happened at that moment?', ' what happened at that  moment? ');
  expect(lastOf(so)).toMatchObject({ heard: { as: 'repeat' }, effect: 'same' });
});

test('a silence lets one who is open go on, once', () => {
  const silent = heardAloud('silence');
  const first = withReply('', silent, nkechi, manners, beginning);
  expect(lastOf(first).effect).toBe('same');
  const so = withReply('', silent, nkechi, manners, talk('What happened at that moment?'));
  expect(lastOf(so).effect).toBe('told');
  expect(lastOf(withReply('', silent, nkechi, manners, so)).effect).toBe('same');
});

test.each(cases.map((it) => [it.presenter, it] as const))(
  '%s tells everything in the end, and says what they will do and when',
  (_, it) => {
    let so = beginning;
    for (let n = 0; n < 40; n += 1) so = say('And what else?', so, it);
    expect([...so.told.values()].reduce((sum, n) => sum + n)).toBe(it.threads.length * 3);
    expect(it.replies.done).toContain(lastOf(so).reply);
    const promised = lastOf(say('Will you do it?', so, it));
    expect(promised.heard.as).toBe('promise');
    expect(it.replies.promise).toContain(promised.reply);
  },
);

test('no reply is the same twice in a row, whatever I keep doing', () => {
  for (const it of cases)
    for (const as of heardAs) {
      const one = withReply('a', heardAloud(as), it, manners, beginning);
      const two = withReply('b', heardAloud(as), it, manners, one);
      expect(lastOf(two).reply, `${it.presenter}: ${as}`).not.toBe(lastOf(one).reply);
    }
});

test.each(globSync('content/conversations/en/*.json').map((file) => [file]))(
  'the open question in the example of %s leads to what it is answered with',
  (file) => {
    const it: PracticeCase & { example: { asked: string; answer: string }[] } = read(file);
    const [, open] = it.example;
    const { thread } = lastOf(say(open?.asked ?? '', beginning, it)).heard;
    const layers = it.threads.find(({ name }) => name === thread)?.layers.join(' ') ?? '';
    expect(layers).toContain(open?.answer);
  },
);

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'What matters to you?',
    'You should rest',
    'Why did you?',
    'Tired.',
    '\u202e<script>',
    '?'.repeat(10_000),
    'a '.repeat(5000),
  ),
);

test('whatever is said gets a reply, the same each time', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), fc.constantFrom(...cases), (texts, it) => {
      const whole = () => texts.reduce((so, text) => say(text, so, it), beginning);
      const so = whole();
      expect(so).toEqual(whole());
      expect(so.turns.map(({ reply }) => reply.trim())).not.toContain('');
      expect(openness).toContain(so.openness);
    }),
    { numRuns: 30 },
  );
});

test.each([
  [['You should rest'], 'need'],
  [['Why did you do that?'], 'intention'],
  [['Are you tired?', 'Is he kind?'], 'open'],
  [['What happened at that moment?'], 'reflect'],
  [['What happened at that moment?', 'So everybody waited.'], 'step'],
])('after %j the thing to try is %s', (texts, toTry) => {
  expect(whatToTry(talk(...texts))).toBe(toTry);
});
