import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';

await init;

/** Reads the files of a built site by the addresses that pages use. */
export class BuiltSite {
  readonly #folder: string;
  readonly #base: string;

  constructor(folder: string, base: string) {
    this.#folder = folder;
    this.#base = base;
  }

  read(address: string): string {
    const { pathname } = new URL(address, 'http://site');
    const path = pathname.startsWith(this.#base) ? pathname.slice(this.#base.length) : pathname;
    return readFileSync(join(this.#folder, path), 'utf8');
  }

  /** Addresses of the modules and all that they import: at once, or also on demand, but for chunks of some names. */
  modules(
    entries: readonly string[],
    { onDemand, except = [] }: { onDemand: boolean; except?: readonly string[] },
  ): Set<string> {
    const seen = new Set<string>();
    const waiting = [...entries];
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const { href } = new URL(address, 'http://site');
      if (seen.has(href)) continue;
      seen.add(href);
      for (const { n: target, d: kind } of parse(this.read(href))[0]) {
        // -1 is a static import, -2 is import.meta; a target that is not a literal has no name.
        const isFollowed = kind === -1 || (kind >= 0 && onDemand);
        if (target === undefined || !isFollowed) continue;
        const isExcepted = except.some((name) => target.startsWith(`./${name}.`));
        if (!isExcepted) waiting.push(new URL(target, href).href);
      }
    }
    return seen;
  }

  /** Bytes after gzip, each file by itself, as servers send them. */
  gzipped(addresses: Iterable<string>): number {
    return [...addresses].reduce((sum, each) => sum + gzipSync(this.read(each)).length, 0);
  }
}

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].flatMap(([, found]) => found ?? []);

/** What a page makes the browser load, by the addresses in its HTML. */
export interface PageParts {
  readonly html: string;
  readonly styleSheets: readonly string[];
  /** Script files, islands with their renderer, and what scripts inside the page import. */
  readonly scripts: readonly string[];
  /** The texts of scripts inside the page. */
  readonly inlineScripts: readonly string[];
}

export function partsOf(html: string): PageParts {
  const inlineScripts = all(
    html,
    /<script(?![^>]*(?:\bsrc=|application\/json))[^>]*>([^<]*(?:<(?!\/script)[^<]*)*)/g,
  );
  return {
    html,
    inlineScripts,
    styleSheets: all(html, /<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g).concat(
      all(html, /<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="stylesheet"/g),
    ),
    scripts: [
      ...all(html, /<script\b[^>]*\bsrc="([^"]+)"/g),
      ...all(html, /\b(?:component-url|renderer-url|before-hydration-url)="([^"]+)"/g),
      // What comes with low priority waits until all that the page needs at once is there.
      ...all(html, /<link\b[^>]*\brel="modulepreload" href="([^"]+)"/g),
      ...inlineScripts.flatMap((text) =>
        all(text, /\bimport\s*(?:[^'"();]*from\s*)?["']([^"']+)["']/g),
      ),
    ],
  };
}
