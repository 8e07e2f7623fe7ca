import { beginSession } from '../../src/board/begin-session.ts';
import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { Observed } from '../../src/board/observed.svelte.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { nameCircle } from '../../src/document/about.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { steer } from '../../src/document/sessions.ts';
import { circlePage } from '../support/circle-page.ts';
import { shortPlan } from '../support/records.ts';

function source(first: number) {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    listeners,
    set: (next: number) => {
      value = next;
      for (const told of listeners) told();
    },
    observed: new Observed(
      () => value,
      (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    ),
  };
}

test('a source is listened to while somebody looks, and no longer', async () => {
  const { listeners, observed, set } = source(1);
  const seen: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(observed.current);
    });
  });
  flushSync();
  expect(listeners.size).toBe(1);
  set(2);
  flushSync();
  expect(seen).toEqual([1, 2]);
  stop();
  await vi.waitFor(() => expect(listeners.size).toBe(0));
  set(3);
  expect(seen).toEqual([1, 2]);
});

test('outside an effect it is a plain read, and is never old', () => {
  const { listeners, observed, set } = source(1);
  expect(observed.current).toBe(1);
  set(2);
  expect(observed.current).toBe(2);
  expect(listeners.size).toBe(0);
});

test('what is derived from a document is never old when an event handler asks', () => {
  const document = new CircleDocument();
  const { board } = circlePage('ana', document);
  expect(board.name).toBe('');
  nameCircle(document, 'Tuesday circle');
  expect(board.name).toBe('Tuesday circle');
  const id = beginSession(
    board,
    { id: 'short', people: [2, 6], phases: shortPlan },
    { presenter: 'ana', steward: null },
  );
  const session = new SessionBoard(board, board.session!);
  expect(session.step).toBe(0);
  steer(document, id, { ...session.clock, step: 2 }, { steeredBy: 'ben' });
  expect(session.step).toBe(2);
});

test('a change of the document reaches a screen that looks, once', () => {
  const document = new CircleDocument();
  const { board } = circlePage('ana', document);
  const seen: number[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(board.seats.length);
    });
  });
  flushSync();
  board.takeSeatAgain('Ana');
  flushSync();
  nameCircle(document, 'Other');
  flushSync();
  stop();
  expect(seen).toEqual([0, 1]);
});
