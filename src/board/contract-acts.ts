import { otherContracts, usualLength, type Contract } from '../domain/contract.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { RhythmBoard } from './rhythm-board.svelte.ts';

/** What a circle can decide about the number of its sessions. */
export function contractActs(circle: CircleBoard, rhythm: RhythmBoard) {
  const { now } = circle.writer;
  return {
    usual: (): number => usualLength(circle.seats.length),
    /** Set by others at the same time. */
    others: (): Contract[] => otherContracts(rhythm.contracts),
    /** Agrees on a number, or on another: what has been met stays counted, the session that is on included. */
    choose(sessions: number): void {
      const since = rhythm.contract?.since ?? circle.session?.startedAt ?? now();
      rhythm.agree({ sessions, since, isClosing: false });
    },
    /** The circle has met as often as it wanted, and goes on. */
    goOn(sessions: number): void {
      rhythm.agree({ sessions, since: now(), isClosing: false });
    },
    /** One session more, to close the circle. */
    closeAfterOne(): void {
      rhythm.agree({ sessions: 1, since: now(), isClosing: true });
    },
    /** Takes the contract of somebody else, or lets the one that counts stand alone. */
    take({ sessions, since, isClosing }: Contract): void {
      rhythm.agree({ sessions, since, isClosing });
    },
  };
}
