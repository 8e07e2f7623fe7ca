import type { CircleTime, MemberId, NormId } from './ids.ts';
import type { Session } from './session.ts';

/** `trial`: kept until a number of sessions has passed. Only adopted norms and those on trial are in force. */
export type NormStatus = 'proposed' | 'trial' | 'adopted' | 'retired';

/** A norm's text never changes: an amended norm is a new one that names the old, so consent binds to exact words. */
export interface Norm {
  readonly id: NormId;
  readonly text: string;
  readonly why: string;
  readonly looksLike: string;
  readonly slipLine: string;
  readonly group: string;
  /** The norm of the library that it came from, `null` for the circle's own. */
  readonly template: string | null;
  readonly amends: NormId | null;
  readonly proposedBy: MemberId;
  readonly proposedAt: CircleTime;
  readonly status: NormStatus;
  /** Sessions that a trial lasts; 0 where the norm is not for a trial. */
  readonly trialSessions: number;
  /** Another proposal that says the same, by a person's judgement. */
  readonly sameAs: NormId | null;
  /** The proposal is to let go what it amends. */
  readonly retires: boolean;
  /** It loosens a promise: everyone who has a seat is asked, those too who are not here. */
  readonly asksEveryone: boolean;
  /** When it came into force; `null` where it never did, or before versions kept it. */
  readonly decidedAt: CircleTime | null;
  /** When it was let go, or put aside. */
  readonly retiredAt: CircleTime | null;
}

export type Stance = 'consent' | 'concern' | 'objection';

/** What one member says to one norm. */
export interface Ballot {
  readonly norm: NormId;
  readonly member: MemberId;
  readonly stance: Stance;
  readonly reason: string;
  readonly at: CircleTime;
}

/** "I'm in": one member's word on one exact set of norms. */
export interface Ratification {
  readonly member: MemberId;
  /** The fingerprint of the set: of ids, texts and statuses, in the order of ids. */
  readonly set: string;
  readonly at: CircleTime;
}

export function inForce(norms: readonly Norm[]): Norm[] {
  return norms.filter(({ status }) => isKept(status)).sort(byProposal);
}

export function openProposals(norms: readonly Norm[]): Norm[] {
  return norms.filter((norm) => norm.status === 'proposed').sort(byProposal);
}

const byProposal = (a: Norm, b: Norm): number =>
  a.proposedAt - b.proposedAt || (a.id < b.id ? -1 : 1);

/** Consent, not a vote: everyone asked has answered, and nobody has a reasoned objection. */
export function hasConsent(
  norm: NormId,
  ballots: readonly Ballot[],
  asked: readonly MemberId[],
): boolean {
  const stances = new Map(ballots.filter((b) => b.norm === norm).map((b) => [b.member, b.stance]));
  return (
    asked.length > 0 &&
    asked.every((member) => stances.has(member)) &&
    ![...stances.values()].includes('objection')
  );
}

/** What a proposal becomes when all have consented. */
export const statusAfter = ({ retires, trialSessions }: Norm): NormStatus =>
  retires ? 'retired' : trialSessions > 0 ? 'trial' : 'adopted';

/** A norm on trial that has been tried for as many sessions as was agreed. */
export const isTrialOver = (
  { status, trialSessions, decidedAt }: Norm,
  past: readonly Session[],
): boolean =>
  status === 'trial' &&
  past.filter(({ startedAt }) => startedAt > (decidedAt ?? 0)).length >= trialSessions;

/** What a norm has become: itself while it is in force, else the one in force that took its place. */
export function heirOf(norms: readonly Norm[], id: NormId): Norm | null {
  const byId = new Map(norms.map((norm) => [norm.id, norm]));
  const comesFrom = (norm: Norm): boolean => {
    const met = new Set<NormId>();
    for (let at: Norm | undefined = norm; at && !met.has(at.id); at = byId.get(at.amends ?? '')) {
      if (at.id === id) return true;
      met.add(at.id);
    }
    return false;
  };
  return inForce(norms).find(comesFrom) ?? null;
}

const isKept = (status: NormStatus): boolean => status === 'adopted' || status === 'trial';

/** The exact words that "I'm in" binds to. Order, reasons and keys do not count. */
export function normSetText(norms: readonly Norm[]): string {
  const rows = inForce(norms).map(({ id, text, status }) => [id, text.normalize('NFC'), status]);
  return JSON.stringify(rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
