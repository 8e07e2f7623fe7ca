import { readJson } from './json.ts';

/** Where the list of this browser's circles is kept, as JSON: an array of summaries. */
export const SUMMARIES = 'askwell.circles';

/** What the home page shows of a circle without opening its log. */
export interface CircleSummary {
  readonly id: string;
  readonly name: string;
  readonly members: readonly SummaryMember[];
  /** Epoch ms, with the IANA zone it was agreed in. */
  readonly next: { readonly at: number; readonly zone: string } | null;
  /** Epoch ms. */
  readonly lastMet: number | null;
  readonly openCommitments: number;
}

export interface SummaryMember {
  readonly name: string;
  /** 1 to 6 */
  readonly colour: number;
}

/** The summaries in a stored text; what cannot be read is left out. */
export function summariesIn(stored: string | null): CircleSummary[] {
  const rows = readJson(stored ?? '');
  return Array.isArray(rows) ? rows.flatMap((row: unknown) => summaryOf(row) ?? []) : [];
}

function summaryOf(row: unknown): CircleSummary | null {
  const { id, name, members, next, lastMet, openCommitments } = fieldsOf(row);
  if (typeof id !== 'string' || typeof name !== 'string' || !id || !name.trim()) return null;
  return {
    id,
    name,
    members: Array.isArray(members)
      ? members.flatMap((member: unknown) => memberOf(member) ?? []).slice(0, 6)
      : [],
    next: nextOf(next),
    lastMet: isTime(lastMet) ? lastMet : null,
    openCommitments: isTime(openCommitments) ? Math.floor(openCommitments) : 0,
  };
}

function memberOf(row: unknown): SummaryMember | null {
  const { name, colour } = fieldsOf(row);
  if (typeof name !== 'string' || !name.trim()) return null;
  const known = typeof colour === 'number' && [1, 2, 3, 4, 5, 6].includes(colour);
  return { name, colour: known ? colour : 1 };
}

function nextOf(row: unknown): CircleSummary['next'] {
  const { at, zone } = fieldsOf(row);
  return isTime(at) && typeof zone === 'string' ? { at, zone } : null;
}

/** The largest time that a `Date` can hold, in ms. */
const LATEST = 8.64e15;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST;
}

function fieldsOf(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {};
}
