import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lockFaults } from './support/lock-file.ts';

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
const isText = /\.(?:astro|css|html|js|json|md|mdx|mjs|svelte|svg|ts|txt|yml|yaml)$/;
const styled = /\.(?:astro|css|svelte)$/;

/** `file:line: text` of every line that a pattern meets. */
function found(file: string, source: string, pattern: RegExp): string[] {
  return source
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
}

function foundIn(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) => found(file, readFileSync(file, 'utf8'), pattern));
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Brackets and joined strings below keep this file from meeting its own rules. */
const any = (...words: string[]): string => `(?:${words.join('|')})`;

const sides = any('left', 'right', 'top', 'bottom');
const inlineSides = any('left', 'right');
const physicalSide = new RegExp(
  [
    `(?:^|[\\s;{])${inlineSides}\\s*:`,
    `(?:^|[\\s;{-])${any('margin', 'padding', 'scroll-margin', 'scroll-padding')}-${sides}\\s*:`,
    `(?:^|[\\s;{])border-${sides}(?:-${any('color', 'style', 'width')})?\\s*:`,
    `(?:^|[\\s;{])${any('text-align', 'float', 'clear')}\\s*:\\s*${inlineSides}\\b`,
    `border-${any('top', 'bottom')}-${inlineSides}-radius`,
  ].join('|'),
);
const important = new RegExp('!\\s*' + 'important');
const registry = new RegExp(
  any('regist[r]y\\.', 'npm[m]irror', 'artifactor[y]', '/-/[^\\s"]+\\.tgz'),
);
const machinePath = new RegExp(
  `(?:^|[\\s"'\`(=])(?:/${any('home', 'root', 'Users', 'work', 'mnt', 'srv', 'opt')}/[\\w.-]|[A-Z]:\\\\\\\\?Users)`,
);

describe('style sheets', () => {
  const sheets = tracked.filter((file) => styled.test(file));

  test('name no physical side', () => expect(foundIn(sheets, physicalSide)).toEqual([]));
  test('never shout with !important', () => expect(foundIn(sheets, important)).toEqual([]));
});

describe('tracked files', () => {
  const texts = tracked.filter((file) => isText.test(file));

  test('hold no address of a package registry', () => expect(foundIn(texts, registry)).toEqual([]));

  test('hold no path of one machine', () => {
    // The lock file names paths inside node_modules only.
    const written = texts.filter((file) => file !== 'package-lock.json');
    expect(foundIn(written, machinePath)).toEqual([]);
  });

  test('include a lock file that any registry can serve', () =>
    expect(foundIn(['package-lock.json'], /"resolved"/)).toEqual([]));
});

describe('the lock file', () => {
  const { allowScripts } = readJson('package.json') as { allowScripts: Record<string, boolean> };
  const mayRunScripts = new Set(Object.keys(allowScripts).filter((name) => allowScripts[name]));

  test('vouches for every package, and only two run a script when installed', () => {
    expect(lockFaults(readJson('package-lock.json'), mayRunScripts)).toEqual([]);
    expect([...mayRunScripts].sort()).toEqual(['esbuild', 'node']);
  });

  const sound = { integrity: 'sha512-abc' };
  test.each([
    ['node_modules/a', {}, 'has no SHA-512'],
    ['node_modules/a', { integrity: 'sha1-abc' }, 'has no SHA-512'],
    ['node_modules/a', { ...sound, resolved: 'https://example.org/a.tgz' }, 'has an address'],
    ['../a', sound, 'is not from a registry'],
    ['node_modules/a', { ...sound, link: true }, 'is not from a registry'],
    [
      'node_modules/b/node_modules/a',
      { ...sound, hasInstallScript: true },
      'runs a script when installed',
    ],
  ])('a seeded fault is caught: %s %j', (path, found, fault) => {
    expect(lockFaults({ packages: { [path]: found } }, mayRunScripts)).toEqual([
      `${path}: ${fault}`,
    ]);
  });
});

// Seeded violations: the checks above would pass just as well if they saw nothing.
test.each([
  ['  padding-left: 1rem;', physicalSide],
  ['.a { left: 0 }', physicalSide],
  ['p { text-align: right; }', physicalSide],
  ['border-bottom: 1px solid;', physicalSide],
  ['border-top-left-radius: 2px;', physicalSide],
  ['color: red !' + 'important;', important],
  ['"https://registry' + '.example.org/"', registry],
  ['const file = "/ho' + 'me/ana/file";', machinePath],
])('a seeded violation is caught: %s', (line, pattern) => {
  expect(found('seeded', line, pattern)).toHaveLength(1);
});

test.each([
  'margin-inline-start: 1rem; border-start-start-radius: 0;',
  'inset-block-start: 0; text-align: start;',
  'grid-area: top-left;',
])('logical style passes: %s', (line) => {
  expect(found('fine', line, physicalSide)).toEqual([]);
});
