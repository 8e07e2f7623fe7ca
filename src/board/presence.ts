import type { DeviceId, MemberId, SessionId } from '../domain/ids.ts';

/** What a page says of itself to the others. */
export interface Presence {
  readonly member: MemberId | null;
  readonly device: DeviceId;
  /** True while the page is in the background: a phone that is put away, another tab. */
  readonly away: boolean;
  readonly session: SessionId | null;
  /** The day since 1970 on this device's own clock: notes fade by date only where two members see the same. */
  readonly day: number | null;
}

/** Reads another page's word about itself, which may be anything. */
export function parsePresence(said: unknown): Presence | null {
  if (typeof said !== 'object' || said === null || !('device' in said)) return null;
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.length > 0 && value.length <= 100 ? value : null;
  const device = text(said.device);
  if (device === null) return null;
  return {
    device,
    member: 'member' in said ? text(said.member) : null,
    away: 'away' in said && said.away === true,
    session: 'session' in said ? text(said.session) : null,
    day: 'day' in said && Number.isSafeInteger(said.day) ? Number(said.day) : null,
  };
}
