import { afterEach, describe, expect, test, vi } from 'vitest';
import grammar from '../../content/coach/en/grammar.json' with { type: 'json' };
import model from '../../content/coach/en/model.json' with { type: 'json' };
import rewrites from '../../content/coach/en/rewrites.json' with { type: 'json' };
import rules from '../../content/coach/en/rules.json' with { type: 'json' };
import words from '../../content/coach/en/words.json' with { type: 'json' };
import { loadCoach, type Coach } from '../../src/board/coach.ts';
import { coachOf } from '../../src/board/coach-of.ts';
import { coach as says } from '../../src/i18n/en/coach.ts';

const file = { words, grammar, rules, model, rewrites, says };

function english(): Coach {
  const coach = coachOf(file);
  if (coach === null) throw new Error('There is no English');
  return coach;
}

const answers = (body: string, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body, { status }))),
  );
afterEach(() => void vi.unstubAllGlobals());

test('a note says why, what to do, and how it might be asked', () => {
  const [note, ...others] = english().notes("Why didn't you tell them earlier?", 'explore');
  expect(others).toEqual([]);
  expect(note?.because).toContain('may be heard as');
  expect(note?.recipe).toContain('what it meant');
  expect(note?.sample).toBe('What made it hard to tell them earlier?');
});

test('it knows the phase', () => {
  const { notes } = english();
  expect(notes('Will you do it by Friday?', 'explore')).toHaveLength(1);
  expect(notes('Will you do it by Friday?', 'commit')).toEqual([]);
  expect(notes('What are your options?', 'clarify').map(({ kind }) => kind)).toEqual(['too-early']);
});

describe('the file of a language', () => {
  test('is fetched once, below the path of the site', async () => {
    answers(JSON.stringify(file));
    const [one, other] = await Promise.all([loadCoach('en', '/askwell'), loadCoach('en')]);
    expect(one?.classify('What is it like?', 'explore').label).toBe('open');
    expect(other).toBe(one);
    expect(vi.mocked(fetch).mock.calls).toEqual([['/askwell/coach/en.json']]);
  });

  test('is asked for again after it has not come', async () => {
    answers('', 503);
    await expect(loadCoach('xa', '/')).rejects.toThrow('503');
    answers(JSON.stringify(file));
    expect(await loadCoach('xa', '/')).not.toBeNull();
  });

  test('is none where there are no rules', async () => {
    answers('<!doctype html>', 404);
    expect(await loadCoach('xb', '/')).toBeNull();
  });
});

test.each([[null], ['words'], [{}], [{ ...file, grammar: null }], [[]]])(
  'of %j there is no coach',
  (data) => expect(coachOf(data)).toBeNull(),
);

test('a reason without words stays unsaid', () => {
  expect(coachOf({ ...file, says: null })?.notes('Have you tried yoga?', 'explore')).toEqual([]);
});
