import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionsIn, startSession, steer } from '../../src/document/sessions.ts';
import type { PlannedPhase } from '../../src/domain/format.ts';
import {
  extend,
  extensionOf,
  goTo,
  leftInAll,
  leftNow,
  pause,
  resume,
  spentNow,
  startClock,
  type SessionClock,
} from '../../src/domain/session-clock.ts';
import { sum } from '../../src/domain/plan.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import { session, shortPlan } from '../support/records.ts';

const MINUTE = 60_000;
const indexOf = (phase: string): number =>
  shortPlan.findIndex((planned) => planned.phase === phase);
const start = startClock(shortPlan, 0);

test('a phase begins with all its minutes, and the session with all of its phases', () => {
  expect(leftNow(start, 0)).toBe(4 * MINUTE);
  expect(leftInAll(start, 0)).toBe(sum(shortPlan) * MINUTE);
});

test('a phase that runs over says by how much', () => {
  expect(leftNow(start, 5 * MINUTE)).toBe(-MINUTE);
  expect(leftInAll(start, 5 * MINUTE)).toBe((sum(shortPlan) - 4) * MINUTE);
});

test('two who press "next" at once advance once', () => {
  const net = linkedPeers(2);
  startSession(net.peers[0]!, session('s1'), [], []);
  net.deliverAll();
  for (const [i, peer] of net.peers.entries()) {
    steer(peer, 's1', goTo(start, start.step + 1, 1000 + i), { steeredBy: `m${i}` });
  }
  net.deliverAll();
  for (const peer of net.peers) expect(sessionsIn(peer).all()[0]?.clock.step).toBe(1);
});

test('two who add minutes at once add them once', () => {
  const net = linkedPeers(2);
  startSession(net.peers[0]!, session('s1'), [], []);
  net.deliverAll();
  for (const peer of net.peers) {
    steer(peer, 's1', extend(start, extensionOf(shortPlan, start)), {});
  }
  net.deliverAll();
  expect(sessionsIn(net.peers[1]!).all()[0]?.clock.allowed[0]).toBe(7);
});

test('going back finds the time that had been spent there', () => {
  const forward = goTo(start, 1, 3 * MINUTE);
  const back = goTo(forward, 0, 5 * MINUTE);
  expect(spentNow(back, 5 * MINUTE)).toBe(3 * MINUTE);
  expect(leftNow(goTo(back, 1, 6 * MINUTE), 6 * MINUTE)).toBe(2 * MINUTE);
});

test('a step beyond either end stays at that end', () => {
  expect(goTo(start, -1, 0).step).toBe(0);
  expect(goTo(start, 99, 0).step).toBe(shortPlan.length - 1);
});

test('a pause stops the clock, and going on loses nothing', () => {
  const paused = pause(start, MINUTE);
  expect(leftNow(paused, 60 * MINUTE)).toBe(3 * MINUTE);
  expect(pause(paused, 9 * MINUTE)).toBe(paused);
  const on = resume(paused, 60 * MINUTE);
  expect(leftNow(on, 61 * MINUTE)).toBe(2 * MINUTE);
  expect(resume(on, 62 * MINUTE)).toBe(on);
});

test('a screen whose clock is a little behind shows no time before the start', () => {
  expect(leftNow(start, -200)).toBe(4 * MINUTE);
});

const act = fc.oneof(
  fc.record({ do: fc.constantFrom('pause', 'resume', 'extend'), after: fc.nat(300_000) }),
  fc.record({ do: fc.constant('go'), to: fc.nat(8), after: fc.nat(300_000) }),
);

test('whatever is pressed, the time spent in all phases is the time that ran', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let clock: SessionClock = start;
      let now = 0;
      let ran = 0;
      for (const step of acts) {
        now += step.after;
        if (!clock.paused) ran += step.after;
        if (step.do === 'pause') clock = pause(clock, now);
        else if (step.do === 'resume') clock = resume(clock, now);
        else if ('to' in step) clock = goTo(clock, step.to, now);
        else clock = extend(clock, extensionOf(shortPlan, clock));
      }
      const elsewhere = clock.spent.filter((_, i) => i !== clock.step);
      expect(elsewhere.reduce((a, b) => a + b, spentNow(clock, now))).toBe(ran);
    }),
  );
});

describe('more minutes', () => {
  test('come from the longest later phase', () => {
    expect(extensionOf(shortPlan, start)).toEqual({ minutes: 3, from: indexOf('explore') });
  });

  test('come from the end when no later phase can give', () => {
    const learn = goTo(start, indexOf('learn'), 0);
    expect(extensionOf(shortPlan, learn)).toEqual({ minutes: 3, from: 'end' });
  });

  test('are one at a time in the last two phases', () => {
    for (const phase of ['commit', 'close']) {
      const clock = goTo(start, indexOf(phase), 0);
      expect(extensionOf(shortPlan, clock)).toEqual({ minutes: 1, from: 'end' });
    }
  });

  test('do not come from a phase whose time has been spent', () => {
    const plan: PlannedPhase[] = [
      { phase: 'present', minutes: 7 },
      { phase: 'explore', minutes: 17 },
      { phase: 'respond', minutes: 8 },
      { phase: 'commit', minutes: 4 },
      { phase: 'close', minutes: 3 },
    ];
    const explored = goTo(goTo(startClock(plan, 0), 1, 0), 0, 16 * MINUTE);
    expect(extensionOf(plan, explored).from).toBe(2);
  });

  test('leave the commitment and the close as they were, and half of every other phase', () => {
    const plans = fc.array(
      fc.record({
        phase: fc.constantFrom('present', 'explore', 'learn', 'respond', 'commit', 'close'),
        minutes: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 2, maxLength: 10 },
    );
    fc.assert(
      fc.property(plans, fc.array(fc.nat(9), { maxLength: 30 }), (drawn, steps) => {
        const plan = drawn as PlannedPhase[];
        let clock = startClock(plan, 0);
        const given = plan.map(() => 0);
        for (const step of steps) {
          clock = goTo(clock, step, 0);
          const extension = extensionOf(plan, clock);
          const before = clock.allowed;
          clock = extend(clock, extension);
          expect(clock.allowed[clock.step]).toBe(before[clock.step]! + extension.minutes);
          const total = (allowed: readonly number[]): number => allowed.reduce((a, b) => a + b, 0);
          const longer = total(clock.allowed) - total(before);
          expect(longer).toBe(extension.from === 'end' ? extension.minutes : 0);
          given[clock.step]! += extension.minutes;
        }
        plan.forEach(({ phase, minutes }, i) => {
          const kept = clock.allowed[i]!;
          if (phase === 'commit' || phase === 'close') expect(kept).toBe(minutes + given[i]!);
          else expect(kept).toBeGreaterThanOrEqual(minutes / 2);
        });
      }),
    );
  });
});
