import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { house, violations } from './support/house.ts';

const files = globSync('src/**/*.{ts,svelte,astro}').sort();

test.each(files)('%s imports only what its room may', (file) => {
  expect(violations(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test('every room of the house has somebody in it', () => {
  const lived = new Set(files.map((file) => file.split('/')[1]));
  expect(Object.keys(house).filter((room) => room !== 'styles' && !lived.has(room))).toEqual([]);
});

// Seeded violations: the check above would pass just as well if it saw nothing.
test.each([
  ['src/domain/bad.ts', "import Dexie from 'dexie';", 'dexie'],
  ['src/domain/bad.ts', "import type { Doc } from 'yjs';", 'yjs'],
  ['src/domain/bad.ts', "import { ask } from '../document/circle-document.ts';", 'document'],
  ['src/storage/bad.ts', "export { Doc } from 'yjs';", 'yjs'],
  ['src/document/bad.ts', "const db = await import('../storage/database.ts');", 'storage'],
  ['src/sync/bad.ts', "import '../document/parse';", 'document'],
  ['src/i18n/bad.ts', "import { onMount } from 'svelte';", 'svelte'],
  ['src/board/bad.svelte.ts', "import { t } from '../i18n/translate.ts';", 'i18n'],
  ['src/board/bad.ts', "import { map } from 'lib0/map';", 'lib0'],
  ['src/domain/bad.ts', "import { x } from '@scope/name/part';", '@scope/name'],
  ['src/domain/bad.ts', "import { words } from '../../content/words.ts';", 'outside src'],
  ['src/domain/bad.ts', "const all = import.meta.glob('../document/*.ts');", 'document'],
  ['src/attic/new.ts', '', 'attic is not in the house'],
  [
    'src/components/session/Bad.svelte',
    '<script lang="ts">\n  import {\n    Doc,\n  } from "yjs";\n</script>\n<p>Hello</p>',
    'yjs',
  ],
  [
    'src/components/Bad.svelte',
    "<script>let x;</script>\n{#await import('../storage/database.ts')}wait{/await}",
    'storage',
  ],
  [
    'src/pages/circle/index.astro',
    "---\nimport { openCircle } from '../../board/open-circle.ts';\n---\n<h1>Circle</h1>",
    'board',
  ],
  ['src/layouts/Bad.astro', "---\nimport '../board/board.svelte.ts';\n---", 'board'],
  [
    'src/pages/bad.astro',
    "---\nimport Page from '../layouts/Page.astro';\n---\n<Page />\n<script>\n  import Dexie from 'dexie';\n</script>",
    'dexie',
  ],
])('a seeded violation in %s is caught: %s', (file, source, named) => {
  expect(violations(file, source)).toEqual([expect.stringContaining(named)]);
});

test.each([
  ['src/document/good.ts', "import * as Y from 'yjs';\nimport { x } from '../domain/ids.ts';"],
  ['src/sync/good.ts', "const { WebrtcProvider } = await import('y-webrtc');"],
  [
    'src/components/session/Good.svelte',
    "<script lang=\"ts\">\n  import type { Board } from '../../board/board.svelte.ts';\n  import { onMount } from 'svelte';\n  import Ring from './Ring.svelte';\n</script>\n<p>Words from 'yjs' are no import.</p>",
  ],
  [
    'src/pages/good.astro',
    "---\nimport { getEntry } from 'astro:content';\nimport '../styles/base.css';\n---",
  ],
])('what the house allows in %s passes', (file, source) => {
  expect(violations(file, source)).toEqual([]);
});
