import type { NormName } from './ids.ts';
import { parseNormWords, type NormWords } from './vague.ts';

/** A norm of the library in all its words. */
export interface LibraryNorm {
  readonly name: NormName;
  readonly text: string;
  readonly why: string;
  readonly looksLike: string;
  readonly slipLine: string;
}

export interface NormLibrary {
  readonly norms: ReadonlyMap<NormName, LibraryNorm>;
  readonly words: NormWords;
}

/** The library out of its file; `null` where it is none. */
export function parseNormLibrary(file: unknown): NormLibrary | null {
  const fields = new Map<string, unknown>(Object.entries(Object(file)));
  const words = parseNormWords(fields.get('words'));
  const rows = fields.get('norms');
  if (words === null || !Array.isArray(rows)) return null;
  const norms = rows.flatMap((row: unknown): [NormName, LibraryNorm][] => {
    const said = new Map<string, unknown>(Object.entries(Object(row)));
    const text = (field: string): string => {
      const value = said.get(field);
      return typeof value === 'string' ? value : '';
    };
    const norm = {
      name: text('name'),
      text: text('text'),
      why: text('why'),
      looksLike: text('looksLike'),
      slipLine: text('slipLine'),
    };
    return norm.name && norm.text ? [[norm.name, norm]] : [];
  });
  return { norms: new Map(norms), words };
}
