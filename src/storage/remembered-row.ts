import { renewalIn } from './renewal-row.ts';
import type { RememberedCircle } from './database.ts';

/**
 * A row of the circles table as it should be, or `null` when it cannot be used. What was damaged or is from another
 * version must not keep a list or a circle from opening, so what can be done without is made good.
 */
export function readRemembered(row: unknown): RememberedCircle | null {
  const { id, circle, invitation, device, ...rest } = fieldsOf(row);
  if (!isName(id) || !isName(circle) || !isName(invitation) || !isName(device)) return null;
  return {
    id,
    circle,
    invitation,
    device,
    member: nameOr(rest['member']),
    openedAt: numberOr(rest['openedAt'], 0),
    clockOffset: numberOr(rest['clockOffset'], 0),
    name: typeof rest['name'] === 'string' ? rest['name'] : '',
    members: Array.isArray(rest['members'])
      ? rest['members'].flatMap((member: unknown) => memberOf(member) ?? [])
      : [],
    next: nextOf(rest['next']),
    lastMet: isNumber(rest['lastMet']) ? rest['lastMet'] : null,
    openCommitments: numberOr(rest['openCommitments'], 0),
    ...(isNumber(rest['apartUntil']) && { apartUntil: rest['apartUntil'] }),
    ...renewalIn(rest),
  };
}

function memberOf(row: unknown): RememberedCircle['members'][number] | null {
  const { name, colour } = fieldsOf(row);
  return typeof name === 'string' && isNumber(colour) ? { name, colour } : null;
}

function nextOf(row: unknown): RememberedCircle['next'] {
  const { at, zone, presenter, host, backup } = fieldsOf(row);
  if (!isNumber(at) || !isName(zone)) return null;
  return { at, zone, presenter: nameOr(presenter), host: nameOr(host), backup: nameOr(backup) };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

const nameOr = (value: unknown): string | null => (isName(value) ? value : null);

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const numberOr = (value: unknown, otherwise: number): number =>
  isNumber(value) ? value : otherwise;

function fieldsOf(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {};
}
