import type { Norm } from './norm.ts';

/** One thing that happened to a norm, for the story of how the set came to be. */
export interface Change {
  readonly norm: Norm;
  /** What it took the place of. */
  readonly before: Norm | null;
  readonly what: 'agreed' | 'reworded' | 'on-trial' | 'let-go';
  readonly at: number;
}

/** What happened to the norms, the last first. Proposals that came to nothing are no part of it. */
export function historyOf(norms: readonly Norm[]): Change[] {
  const kept = norms.filter((norm) => cameAt(norm) !== null);
  const byId = new Map(kept.map((norm) => [norm.id, norm]));
  const came = kept.map((norm): Change => {
    const before = byId.get(norm.amends ?? '') ?? null;
    const isReworded = before !== null && before.text !== norm.text;
    const what = norm.trialSessions > 0 ? 'on-trial' : isReworded ? 'reworded' : 'agreed';
    return { norm, before, what, at: cameAt(norm) ?? 0 };
  });
  const went = kept.flatMap((norm): Change[] => {
    const { id, retiredAt } = norm;
    const wasReplaced = kept.some(({ amends }) => amends === id);
    if (retiredAt === null || wasReplaced) return [];
    return [{ norm, before: null, what: 'let-go', at: retiredAt }];
  });
  return [...came, ...went].toSorted((a, b) => b.at - a.at);
}

/** When a norm came into force; older versions did not keep it. */
const cameAt = ({ status, decidedAt, proposedAt }: Norm): number | null =>
  decidedAt ?? (status === 'adopted' || status === 'trial' ? proposedAt : null);
