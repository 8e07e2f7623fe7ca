import type { CircleTime, MemberId, SessionId } from './ids.ts';

/** How far the warm-up of a session has come. */
export const warmUpSteps = ['begun', 'shown', 'picked'] as const;
export type WarmUpStep = (typeof warmUpSteps)[number];

/** One step of it. Each is a row of its own, so that no step undoes another that somebody takes at the same moment. */
export interface WarmUpRow {
  readonly session: SessionId;
  readonly step: WarmUpStep;
  /** The closed question that all rewrite; of `picked` it is the line that the presenter would like to be asked. */
  readonly text: string;
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** How somebody would ask it. It says neither who nor when, and its id is drawn by lot: so is the order. */
export interface WarmUpLine {
  readonly id: string;
  readonly session: SessionId;
  readonly text: string;
}

/** More than two for each seat are a stranger's. */
const mostLines = 12;

export interface WarmUp {
  /** `null` while nobody has begun it, or all left it out. */
  readonly question: string | null;
  readonly isShown: boolean;
  readonly lines: readonly WarmUpLine[];
  /** The id of a line that is there; `null` when none is picked, or the picked one was taken back. */
  readonly picked: string | null;
}

/** The warm-up of a session, the same on every screen whatever arrived first. */
export function warmUpOf(
  session: SessionId,
  rows: readonly WarmUpRow[],
  lines: readonly WarmUpLine[],
): WarmUp {
  const textOf = (step: WarmUpStep): string | null =>
    rows.find((row) => row.session === session && row.step === step)?.text ?? null;
  const shown = textOf('shown');
  const ours = lines
    .filter((line) => line.session === session)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, mostLines);
  const picked = textOf('picked');
  return {
    // Once shown, it is the question that the lines answer, whatever somebody begins elsewhere.
    question: shown ?? textOf('begun'),
    isShown: shown !== null,
    lines: shown === null ? [] : ours,
    picked: ours.some(({ id }) => id === picked) ? picked : null,
  };
}
