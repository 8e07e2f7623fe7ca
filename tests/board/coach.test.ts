import { afterEach, describe, expect, test, vi } from 'vitest';
import grammar from '../../content/coach/en/grammar.json' with { type: 'json' };
import model from '../../content/coach/en/model.json' with { type: 'json' };
import rewrites from '../../content/coach/en/rewrites.json' with { type: 'json' };
import rules from '../../content/coach/en/rules.json' with { type: 'json' };
import words from '../../content/coach/en/words.json' with { type: 'json' };
import { loadCoach, type Coach } from '../../src/board/coach.ts';
import { coachOf } from '../../src/board/coach-of.ts';
import { coach as sentences } from '../../src/i18n/en/coach.ts';

const hears = { words, grammar, rules, model };
const says = { words: sentences, rewrites };

function english(): Coach {
  const coach = coachOf(hears, says);
  if (coach === null) throw new Error('There is no English');
  return coach;
}

const answers = (status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn((address: string) => {
      const file = address.endsWith('-says.json') ? says : hears;
      return Promise.resolve(new Response(JSON.stringify(file), { status }));
    }),
  );
afterEach(() => void vi.unstubAllGlobals());

test('a note says why, what to do, and how it might be asked', () => {
  const [note, ...others] = english().notes("Why didn't you tell them earlier?", 'explore');
  expect(others).toEqual([]);
  expect(note?.because).toContain('may be heard as');
  expect(note?.recipe).toContain('what it meant');
  expect(note?.sample).toBe('What made it hard to tell them earlier?');
});

test('an example is no trap itself', () => {
  const { suggest } = english();
  const text = 'Have you tried yoga? And why did you stop?';
  expect(suggest('stacked', text, 'explore').sample).toBe('What have you tried so far?');
});

test('it knows the phase', () => {
  const { notes } = english();
  expect(notes('Will you do it by Friday?', 'explore')).toHaveLength(1);
  expect(notes('Will you do it by Friday?', 'commit')).toEqual([]);
  expect(notes('What are your options?', 'clarify').map(({ kind }) => kind)).toEqual(['too-early']);
});

describe('the files of a language', () => {
  test('are fetched once, below the path of the site', async () => {
    answers();
    const [one, other] = await Promise.all([loadCoach('en', '/askwell'), loadCoach('en')]);
    expect(one?.classify('What is it like?', 'explore').label).toBe('open');
    expect(other).toBe(one);
    expect(vi.mocked(fetch).mock.calls).toEqual([
      ['/askwell/coach/en.json'],
      ['/askwell/coach/en-says.json'],
    ]);
  });

  test('are asked for again after they have not come', async () => {
    answers(503);
    await expect(loadCoach('xa', '/')).rejects.toThrow('503');
    answers();
    expect(await loadCoach('xa', '/')).not.toBeNull();
  });

  test('are none where there are no rules', async () => {
    answers(404);
    expect(await loadCoach('xb', '/')).toBeNull();
  });
});

test.each([
  ['nothing', null],
  ['a text', 'words'],
  ['an empty file', {}],
  ['a file without grammar', { ...hears, grammar: null }],
  ['a list', []],
])('of %s there is no coach', (_, data) => expect(coachOf(data, says)).toBeNull());

test('a reason without words stays unsaid', () => {
  expect(coachOf(hears, { rewrites })?.notes('Have you tried yoga?', 'explore')).toEqual([]);
});

describe('parked advice becomes a question about the need behind it', () => {
  const needs = rewrites.needs.map(({ to }) => to);
  test.each([
    ['Talk to HR', 'What would you want from each person who could matter in this?'],
    ['You should just say no to him!', 'What happens in you just before you say yes?'],
    ['delegate the reports', 'Which parts of this truly need you?'],
    ['Tell her how you feel.', 'What would you want them to understand?'],
    ['Paint it green', 'What do you need most in this?'],
    ['', 'What do you need most in this?'],
    ['🙃', 'What do you need most in this?'],
  ])('“%s” → “%s”', (advice, wanted) => expect(english().unadvise(advice).sample).toBe(wanted));

  test.each([...needs, rewrites.need])('“%s” carries no advice itself', (question) =>
    expect(english().notes(question, 'explore')).toEqual([]),
  );
});

describe('whatever is typed, there is an answer, and no markup in what it says', () => {
  test.each([
    ['ten thousand signs', 'why did you and what if you '.repeat(360)],
    ['emoji', '🙃🔥👩‍👩‍👧‍👦'],
    ['several languages', 'Was meinst du, how do you feel, qu’est-ce que tu veux ?'],
    ['right to left', 'מה אתה חושב על זה?'],
    ['markup', 'Why did you <img src=x onerror="alert(1)"> agree to <b>that</b>?'],
    ['control characters', 'Why\u0000 did you \u202eagree\u0007 to that?'],
    ['a lone surrogate', 'Why did you \ud83d agree?'],
    ['signs only', '???!!!…<<>>'],
  ])('%s', (_, text) => {
    const coach = english();
    const notes = coach.notes(text, 'explore');
    expect(notes.length).toBeLessThanOrEqual(2);
    const said = [...notes, coach.unadvise(text), coach.suggest('why-blame', text, 'explore')];
    for (const { recipe, sample } of said) {
      // eslint-disable-next-line no-control-regex -- those are what is looked for
      expect(`${recipe}${sample ?? ''}`).not.toMatch(/[<>\u0000-\u001f\u202a-\u202e]/);
    }
    expect(coach.wordsToSayBack(text).length).toBeLessThanOrEqual(3);
  });
});

describe('words to say back', () => {
  test.each([
    ['My two bosses want different roadmaps from me.', ['bosses', 'roadmaps']],
    ['How do I stay useful when the new team lead is overwhelmed?', ['stay useful', 'overwhelmed']],
    ['I am torn between ambition and a quiet life', ['torn', 'ambition', 'quiet']],
    ['', []],
    ['Ich weiß nicht weiter', []],
    ['<b>I</b> am 🙃', []],
  ])('of “%s”: %j', (text, wanted) => expect(english().wordsToSayBack(text)).toEqual(wanted));
});
