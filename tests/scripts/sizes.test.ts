import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltSite, partsOf } from '../../scripts/sizes/built-page.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'askwell-'));
  await Promise.all([
    writeFile(
      join(folder, 'a.js'),
      'import{b}from"./b.js";export const c=()=>import("./c.js");b()',
    ),
    writeFile(join(folder, 'b.js'), 'import"./a.js";export const b=()=>import.meta.url'),
    writeFile(join(folder, 'c.js'), 'export*from"./d.js"'),
    writeFile(join(folder, 'd.js'), 'export const d=4'),
  ]);
});

afterEach(() => rm(folder, { recursive: true }));

test('script that is loaded at once is told from script on demand, below a base path too', () => {
  const site = new BuiltSite(folder, '/toolkit/');
  const names = (onDemand: boolean) =>
    [...site.modules(['/toolkit/a.js'], { onDemand })].map((href) => href.slice(-4)).sort();
  expect(names(false)).toEqual(['a.js', 'b.js']);
  expect(names(true)).toEqual(['a.js', 'b.js', 'c.js', 'd.js']);
});

test('a missing script is an error, not nothing', () => {
  const site = new BuiltSite(folder, '/');
  expect(() => site.modules(['/missing.js'], { onDemand: false })).toThrow('missing.js');
});

test('a page tells its style sheets, islands and scripts', () => {
  const { inlineScripts, scripts, styleSheets } = partsOf(
    '<link rel="stylesheet" href="/a.css"><link href="/b.css" rel="stylesheet">' +
      '<script>if (1 < 2) go()</script><script type="module">import{x}from"/c.js";x()</script>' +
      '<script type="module" src="/d.js"></script>' +
      '<astro-island uid="1" component-url="/e.js" renderer-url="/f.js"></astro-island>',
  );
  expect(styleSheets).toEqual(['/a.css', '/b.css']);
  expect(inlineScripts).toEqual(['if (1 < 2) go()', 'import{x}from"/c.js";x()']);
  expect([...scripts].sort()).toEqual(['/c.js', '/d.js', '/e.js', '/f.js']);
});
