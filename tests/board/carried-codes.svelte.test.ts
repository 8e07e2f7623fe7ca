import { expect, test, vi } from 'vitest';
import { CarriedCodes } from '../../src/board/carried-codes.svelte.ts';
import type { ByHand, Fault, Reached } from '../../src/sync/by-hand.ts';
import { circlePage } from '../support/circle-page.ts';
import { remembered } from '../support/remembered.ts';

const never = new Promise<Reached>(() => undefined);

/** Codes of a page whose link answers as the test says; the circle is the same on all of them. */
function codesWith(byHand: Partial<ByHand> = {}, circle = 'one') {
  const { board } = circlePage('ana', undefined, ['ben']);
  const unwanted = (): Promise<Fault> => Promise.resolve({ fault: 'expired' });
  board.link.byHand = () =>
    Promise.resolve({
      invite: () => Promise.resolve({ code: 'my code' }),
      answer: unwanted,
      finish: unwanted,
      cancel: () => undefined,
      ...byHand,
    });
  return new CarriedCodes({ board, remembered: remembered(circle) });
}

test('a wrong code leaves mine waiting, and the right one connects by name', async () => {
  const finish = vi.fn<ByHand['finish']>();
  finish.mockResolvedValueOnce({ fault: 'cut' }).mockResolvedValueOnce({ peer: 'page of ben' });
  const codes = codesWith({ finish });
  await codes.start();
  await codes.take('half a code');
  expect(codes).toMatchObject({ step: 'waiting', fault: 'cut', code: 'my code' });
  await codes.take('their code');
  expect(codes).toMatchObject({ step: 'connected', fault: null, code: null });
});

test('where no way was found, mine is used up', async () => {
  const codes = codesWith({ finish: () => Promise.resolve({ fault: 'no-way' }) });
  await codes.start();
  await codes.take('their code');
  expect(codes).toMatchObject({ step: 'idle', fault: 'no-way', code: null });
});

test('an answer shows that it was used, unless the person has gone on to something else', async () => {
  const { promise, resolve } = Promise.withResolvers<Reached>();
  const codes = codesWith({ answer: () => Promise.resolve({ code: 'answer', outcome: promise }) });
  codes.join();
  const taken = codes.take('their code');
  await vi.waitFor(() => expect(codes.code).toBe('answer'));
  codes.back();
  resolve({ peer: 'page of ben' });
  await taken;
  expect(codes).toMatchObject({ role: null, step: 'idle' });
});

test('nothing pasted is told without asking the link', async () => {
  const codes = codesWith({ answer: () => never.then(() => ({ fault: 'cut' })) });
  codes.join();
  await codes.take('  \n');
  expect(codes.fault).toBe('empty');
});

test('an answer that is opened in a new tab is used by the tab that waits for it', async () => {
  const finish = vi.fn<ByHand['finish']>().mockResolvedValue({ peer: 'page of ben' });
  const waiting = codesWith({ finish }, 'two');
  await waiting.start();
  const tab = codesWith({}, 'two');
  await tab.takeFromLink({ text: 'their answer', role: 'start' });
  expect(finish).toHaveBeenCalledWith('their answer');
  expect([waiting.step, tab.step]).toEqual(['connected', 'connected']);
});

test('a part of the page that does not come is told', async () => {
  const codes = codesWith({ invite: () => Promise.reject(new TypeError('not loaded')) });
  vi.spyOn(console, 'warn').mockImplementationOnce(() => undefined);
  await codes.start();
  expect(codes.step).toBe('late');
});
