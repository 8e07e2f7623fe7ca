import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../../content');

export interface ContentFile {
  /** The file's name without its ending. */
  readonly id: string;
  readonly text: string;
}

/** The files of one kind, as `formats` or `norms/en`, in the order of their names. */
export function filesOf(folder: string): ContentFile[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => ({
      id: basename(name).replace(/\.(json|mdx?)$/, ''),
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
}

/** `[id, data]` of each JSON file; the site's build checks the shapes. */
export function jsonOf<Shape>(folder: string): [string, Shape][] {
  return filesOf(folder).map(({ id, text }) => [id, JSON.parse(text) as Shape]);
}

/** Words as a reader counts them: without markup. */
export function wordsIn(text: string): number {
  return text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
