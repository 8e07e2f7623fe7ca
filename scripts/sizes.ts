import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets, inlineScript, onUse, type Budgets, type OnUse } from './sizes/budgets.ts';
import { BuiltSite, partsOf } from './sizes/built-page.ts';

const folder = join(import.meta.dirname, '../dist');
const base = `/${process.env['SITE_BASE'] ?? ''}/`.replaceAll(/\/+/g, '/');
const site = new BuiltSite(folder, base);

interface Row {
  readonly what: string;
  readonly found: number;
  readonly limit: number;
  readonly unit: string;
}

/** The address of a chunk that is loaded on demand. */
function chunk(name: string): string {
  const [file, ...others] = globSync(`_astro/${name}.*.js`, { cwd: folder });
  if (!file || others.length > 0) throw new Error(`There is not exactly one chunk ${name}`);
  return `${base}${file}`;
}

function measure(page: string, limits: Budgets): Row[] {
  const html = site.read(`${page}index.html`);
  const { inlineScripts, scripts, styleSheets } = partsOf(html);
  const rows: Row[] = [];
  const add = (what: string, bytes: number, limit: number | undefined) => {
    if (limit !== undefined) rows.push({ what, found: bytes / 1000, limit, unit: 'KB' });
  };
  add('page and styles', site.gzipped([`${page}index.html`, ...new Set(styleSheets)]), limits.page);
  const scriptSize = (onDemand: boolean) =>
    gzipSync(inlineScripts.join('')).length +
    site.gzipped(site.modules(scripts, { onDemand, except: limits.notInAll ?? [] }));
  if (limits.script !== undefined) add('script at once', scriptSize(false), limits.script);
  for (const names of limits.views ?? []) {
    const entries = [...scripts, ...names.map((name) => chunk(name))];
    const bytes = site.gzipped(site.modules(entries, { onDemand: false }));
    add(names.join(' + '), gzipSync(inlineScripts.join('')).length + bytes, limits.script);
  }
  if (limits.allScript !== undefined) add('script in all', scriptSize(true), limits.allScript);
  if (limits.withoutScriptFiles) {
    const inside = Buffer.byteLength(inlineScripts.join(''));
    rows.push({ what: 'script files', found: scripts.length, limit: 0, unit: '' });
    rows.push({ what: 'script inside', found: inside, limit: inlineScript, unit: 'B' });
  }
  return rows;
}

const figure = ({ what, found, limit, unit }: Row): string =>
  `${what} ${unit === 'KB' ? found.toFixed(1) : found}/${limit}${unit && ` ${unit}`}`.padEnd(32);

function measureOnUse({ chunks, alone, files, limit }: OnUse): Row {
  const own = chunks.map((name) => chunk(name));
  const modules = alone ? own : site.modules(own, { onDemand: true });
  const bytes = site.gzipped([...modules, ...files.map((file) => `${base}${file}`)]);
  return { what: 'on use', found: bytes / 1000, limit, unit: 'KB' };
}

let broken = 0;
for (const [page, limits] of budgets) {
  const isThere = existsSync(join(folder, page, 'index.html'));
  const rows = isThere ? measure(page, limits) : [];
  const isKept = isThere && rows.every(({ found, limit }) => found <= limit);
  if (!isKept) broken += 1;
  const figures = isThere ? rows.map(figure).join('') : 'is missing';
  console.log(`${isKept ? '✓' : '✗'} ${page.padEnd(34)} ${figures}`.trimEnd());
}
for (const part of onUse) {
  const row = measureOnUse(part);
  if (row.found > row.limit) broken += 1;
  console.log(
    `${row.found > row.limit ? '✗' : '✓'} ${part.what.padEnd(34)} ${figure(row)}`.trimEnd(),
  );
}
if (broken > 0) console.log(`Pages and parts that break their budget: ${broken}`);
process.exitCode = broken > 0 ? 1 : 0;
