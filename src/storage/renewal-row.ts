import type { Move } from '../domain/move.ts';
import type { NewLink, RememberedCircle, Renewed } from './database.ts';

/** What a row of the circles table says of renewed links; what cannot be read is left out. */
export function renewalIn(
  row: Readonly<Record<string, unknown>>,
): Pick<RememberedCircle, 'before' | 'pending' | 'renewed'> {
  const before = namesIn(row['before']);
  const pending = newLinkIn(row['pending']);
  const renewed = renewedIn(row['renewed']);
  return {
    ...(before.length > 0 && { before }),
    ...(pending && { pending }),
    ...(renewed && { renewed }),
  };
}

function newLinkIn(value: unknown): NewLink | null {
  const { invitation, move } = fieldsOf(value);
  const note = moveIn(move);
  return note && typeof invitation === 'string' ? { invitation, move: note } : null;
}

function renewedIn(value: unknown): Renewed | null {
  const { move, along, old, until } = fieldsOf(value);
  const note = moveIn(move);
  if (!note || typeof old !== 'string' || typeof until !== 'number') return null;
  return { move: note, along: namesIn(along), old, until };
}

function moveIn(value: unknown): Move | null {
  const { to, from, at, by, removed, round } = fieldsOf(value);
  if (typeof to !== 'string' || typeof from !== 'string' || typeof by !== 'string') return null;
  if (typeof at !== 'number' || typeof round !== 'number') return null;
  return { to, from, at, by, removed: namesIn(removed), round };
}

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
