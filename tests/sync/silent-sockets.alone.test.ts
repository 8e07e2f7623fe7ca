import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignalingConn } from 'y-webrtc';
import { SilentSockets } from '../../src/sync/silent-sockets.ts';

// lib0 keeps the clock that it finds when it is loaded.
vi.hoisted(() => vi.useFakeTimers());

const opened: Socket[] = [];

/** A browser's socket: closing one that leads nowhere takes a minute. */
class Socket {
  static readonly OPEN = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  isCut = false;
  pings = 0;

  constructor() {
    opened.push(this);
    setTimeout(() => this.onopen?.(), 20);
  }

  send(text: string): void {
    if (!text.includes('"ping"')) return;
    this.pings += 1;
    if (!this.isCut) setTimeout(() => this.onmessage?.({ data: '{"type":"pong"}' }), 50);
  }

  close(): void {
    setTimeout(() => this.onclose?.(), this.isCut ? 60_000 : 50);
  }
}

function cutOff(): void {
  for (const socket of opened) socket.isCut = true;
}

let connection: SignalingConn;
let silent: SilentSockets;
let looking: ReturnType<typeof setInterval>;

beforeEach(async () => {
  vi.stubGlobal('WebSocket', Socket);
  connection = new SignalingConn('wss://rendezvous.example');
  silent = new SilentSockets([connection]);
  looking = setInterval(() => silent.look(), 500);
  await vi.advanceTimersByTimeAsync(1000);
});

afterEach(() => {
  clearInterval(looking);
  connection.destroy();
  opened.splice(0);
  vi.unstubAllGlobals();
});

afterAll(() => void vi.useRealTimers());

test('a service that answers keeps its socket, whoever asks', async () => {
  for (let minute = 0; minute < 5; minute += 1) {
    silent.ask();
    silent.hurry();
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(opened).toHaveLength(1);
  expect(opened[0]?.pings).toBeLessThan(30);
});

test('when something was lost, a socket that leads nowhere is let go within 6 s', async () => {
  cutOff();
  silent.ask();
  await vi.advanceTimersByTimeAsync(6000);
  expect(opened).toHaveLength(2);
  expect(connection.connected).toBe(true);
  // The browser is done with the old socket only now, and that is no news of the new one.
  await vi.advanceTimersByTimeAsync(120_000);
  expect(opened).toHaveLength(2);
});

test('a socket that falls silent is let go within half a minute, though nobody asks', async () => {
  cutOff();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(opened).toHaveLength(2);
  expect(connection.connected).toBe(true);
});

test('a person who tries again does not wait for a socket that has long been silent', async () => {
  clearInterval(looking);
  cutOff();
  await vi.advanceTimersByTimeAsync(21_000);
  silent.hurry();
  await vi.advanceTimersByTimeAsync(100);
  expect(opened).toHaveLength(2);
  expect(connection.connected).toBe(true);
});

test('a clock that the browser slows down lets go of nothing that answers', async () => {
  clearInterval(looking);
  looking = setInterval(() => silent.look(), 60_000);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(opened).toHaveLength(1);
});
