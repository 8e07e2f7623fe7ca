import { readJson } from './json.ts';

/** What an observer tells apart by ear, for the group and not for anybody in it. */
export const observed = ['open', 'soft', 'closed', 'advice', 'silence'] as const;
type Kind = (typeof observed)[number];

/** One observer's sheet, on their device alone. */
export interface Observed {
  readonly heard: Readonly<Record<Kind, number>>;
  /** The question that slowed the presenter down. */
  readonly slowed: string;
  /** A word that came back. */
  readonly word: string;
  /** The longest silence, and what came after it. */
  readonly silent: string;
}

const MOST = 999;

/** The sheet as it was kept; what cannot be read of it is empty. */
export function observedIn(kept: string): Observed {
  const sheet = fieldsOf(readJson(kept));
  const heard = fieldsOf(sheet['heard']);
  const times = (kind: Kind): number => {
    const count = heard[kind];
    return typeof count === 'number' && Number.isInteger(count) && count > 0
      ? Math.min(count, MOST)
      : 0;
  };
  const text = (field: string): string => {
    const value = sheet[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    heard: {
      open: times('open'),
      soft: times('soft'),
      closed: times('closed'),
      advice: times('advice'),
      silence: times('silence'),
    },
    slowed: text('slowed'),
    word: text('word'),
    silent: text('silent'),
  };
}

const fieldsOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? { ...row } : {};
