import { readJson } from '../domain/json.ts';
import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import type { CircleId } from '../domain/ids.ts';
import { aboutOf } from './about.ts';
import { CircleDocument } from './circle-document.ts';
import { safetyFields } from './safety.ts';
import { tablesOf } from './tables.ts';

/** What such a file calls itself. */
const FORMAT = 'askwell-circle-copy';
const VERSION = 1;
/** Far more rows of one kind than a circle writes in years. */
const MOST_ROWS = 50_000;

/** The records of a circle out of a file, in a scratch document. */
export interface CircleCopy {
  readonly circle: CircleDocument;
  /** Stands for the circle without naming its room. */
  readonly mark: string;
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
}

export type CopyReading =
  | { readonly kind: 'ok'; readonly copy: CircleCopy }
  /** Written by a newer Askwell, in a way that this one would misread. */
  | { readonly kind: 'newer' }
  /** Ours, but not whole. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'other' };

/** Tells whether a file and a circle belong together; nobody finds the circle by it. */
export const markOf = (circle: CircleId): string =>
  toHexString(digest(new TextEncoder().encode(`askwell 1 copy of ${circle}`))).slice(0, 32);

/** All that a circle shares, as JSON that a person can read: no secret, nothing private. */
export function writeCopy(circle: CircleDocument, id: CircleId, at: Date): string {
  const records = Object.fromEntries(tablesOf(circle).map(([name, table]) => [name, table.all()]));
  const about = { ...aboutOf(circle), ...safetyFields(circle) };
  const madeAt = at.toISOString();
  const copy = { format: FORMAT, version: VERSION, circle: markOf(id), madeAt, about, records };
  return JSON.stringify(copy, null, 2);
}

/** Reads what may be a circle copy. Rows are parsed one by one: what is no record is left out and counted. */
export function readCopy(text: string): CopyReading {
  const file = fieldsOf(readJson(text));
  if (file['format'] !== FORMAT) {
    return { kind: text.slice(0, 200).includes(FORMAT) ? 'cut' : 'other' };
  }
  const { version, circle: mark } = file;
  if (typeof version === 'number' && version > VERSION) return { kind: 'newer' };
  if (version !== VERSION || typeof mark !== 'string') return { kind: 'cut' };
  return { kind: 'ok', copy: { mark, ...scratchOf(file) } };
}

function scratchOf(file: Fields): Pick<CircleCopy, 'circle' | 'unreadable'> {
  const circle = new CircleDocument();
  const records = fieldsOf(file['records']);
  let given = 0;
  let taken = 0;
  circle.doc.transact(() => {
    for (const [name, value] of Object.entries(fieldsOf(file['about'])))
      circle.meta.set(name, value);
    for (const [name, table] of tablesOf(circle)) {
      const rows: unknown = records[name];
      if (!Array.isArray(rows)) continue;
      given += rows.length;
      taken += table.putAll(rows.slice(0, MOST_ROWS));
    }
  });
  return { circle, unreadable: given - taken };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
