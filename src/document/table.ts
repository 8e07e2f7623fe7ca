import * as Y from 'yjs';
import type { Parse } from './parse.ts';

/** The rows of one kind, read as domain objects. Parsed once after each change, not at each look. */
export abstract class Rows<Row> {
  readonly shared: Y.Map<unknown>;
  readonly #parse: Parse<Row>;
  #rows: readonly Row[] | null = null;
  /** How many rows could not be read and were left out. */
  unreadable = 0;

  constructor(shared: Y.Map<unknown>, parse: Parse<Row>) {
    this.shared = shared;
    this.#parse = parse;
    shared.observeDeep(() => {
      this.#rows = null;
    });
  }

  /** In the order of their keys, which is the same on every screen whatever arrived first. */
  all(): readonly Row[] {
    if (this.#rows) return this.#rows;
    const rows: Row[] = [];
    for (const [key, value] of [...this.shared].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const row = this.#parse(this.fields(key, value));
      if (row && this.keyOf(row) === key) rows.push(row);
    }
    this.unreadable = this.shared.size - rows.length;
    this.#rows = rows;
    return rows;
  }

  abstract put(row: Row): void;

  /** Puts what can be read of rows from outside, and says how many that were. */
  putAll(rows: readonly unknown[]): number {
    const readable = rows.flatMap((row) => this.#parse(row) ?? []);
    for (const row of readable) this.put(row);
    return readable.length;
  }

  /** Whether a row lies, or ever lay, under the same key: Yjs remembers the keys of what was deleted. */
  hasEverHad(row: Row): boolean {
    return this.shared._map.has(this.keyOf(row));
  }

  protected abstract fields(key: string, value: unknown): unknown;

  protected abstract keyOf(row: Row): string;

  /** Calls back after rows changed, once a transaction. Returns its own undo. */
  observe(changed: () => void): () => void {
    const told = (): void => changed();
    this.shared.observeDeep(told);
    return () => this.shared.unobserveDeep(told);
  }
}

/** A value written over another, keeping the fields that only a newer version of Askwell knows. */
export function over(before: unknown, value: unknown): unknown {
  return isPlain(before) && isPlain(value) ? { ...before, ...value } : value;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** One Y.Map a record under an id that only its writer could have made, so that fields merge one by one. */
export class Records<Row extends { readonly id: string }> extends Rows<Row> {
  put(row: Row): void {
    const { id, ...fields } = row;
    this.shared.set(id, new Y.Map(Object.entries(fields)));
  }

  /** Changes some fields; a record that is not there stays away. */
  patch(id: string, fields: Partial<Omit<Row, 'id'>>): void {
    const record = this.shared.get(id);
    if (!(record instanceof Y.Map)) return;
    for (const [name, value] of Object.entries(fields)) {
      record.set(name, over(record.get(name), value));
    }
  }

  remove(id: string): void {
    this.shared.delete(id);
  }

  protected fields(id: string, value: unknown): unknown {
    return value instanceof Y.Map ? { ...value.toJSON(), id } : null;
  }

  protected keyOf(row: Row): string {
    return row.id;
  }
}

/** One plain value a row under a composite key: two devices may make the same one, and the last whole value wins. */
class Values<Row extends object> extends Rows<Row> {
  readonly #partsOf: (row: Row) => readonly string[];

  /** @param partsOf the fields that make a row's key; a row under another key is a stranger's, and is not read */
  constructor(shared: Y.Map<unknown>, parse: Parse<Row>, partsOf: (row: Row) => readonly string[]) {
    super(shared, parse);
    this.#partsOf = partsOf;
  }

  put(row: Row): void {
    const key = this.keyOf(row);
    this.shared.set(key, over(this.shared.get(key), { ...row }));
  }

  remove(key: readonly string[]): void {
    this.shared.delete(key.join(':'));
  }

  protected fields(_key: string, value: unknown): unknown {
    return value;
  }

  protected keyOf(row: Row): string {
    return this.#partsOf(row).join(':');
  }
}

/** A table of a circle. It is opened at the first look, and is the same from then on. */
export type TableOf<Table> = (circle: { readonly doc: Y.Doc }) => Table;

/** The records of one kind under the name that they have in every document. */
export const records = <Row extends { readonly id: string }>(
  name: string,
  parse: Parse<Row>,
): TableOf<Records<Row>> => opened((doc) => new Records(doc.getMap(name), parse));

/** The values of one kind under the name that they have in every document. */
export const values = <Row extends object>(
  name: string,
  parse: Parse<Row>,
  partsOf: (row: Row) => readonly string[],
): TableOf<Values<Row>> => opened((doc) => new Values(doc.getMap(name), parse, partsOf));

function opened<Table>(open: (doc: Y.Doc) => Table): TableOf<Table> {
  const tables = new WeakMap<Y.Doc, Table>();
  return ({ doc }) => {
    const table = tables.get(doc) ?? open(doc);
    tables.set(doc, table);
    return table;
  };
}
