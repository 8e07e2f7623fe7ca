import { expect, test } from 'vitest';
import { RefusedTurn } from '../../src/sync/refused-turn.ts';

const failure = (errorCode: unknown, url: unknown) =>
  Object.assign(new Event('icecandidateerror'), { errorCode, url });

test('a wrong name or password is told apart from a server that is not there, and told once', () => {
  let told = 0;
  const refused = new RefusedTurn(() => (told += 1));
  const connection = new EventTarget();
  refused.watch(connection);
  for (const event of [failure(701, 'turn:gone.example'), failure('401', 7), new Event('x')]) {
    connection.dispatchEvent(event);
  }
  expect([refused.addresses, told]).toEqual([[], 0]);
  for (let tries = 0; tries < 2; tries++) {
    connection.dispatchEvent(failure(401, 'turn:turn.example:3478?transport=udp'));
  }
  expect([refused.addresses, told]).toEqual([['turn:turn.example:3478?transport=udp'], 1]);
});
