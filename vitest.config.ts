import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const runeTests = 'tests/**/*.svelte.test.ts';
const aloneTests = 'tests/**/*.alone.test.ts';

export default defineConfig({
  test: {
    pool: 'threads',
    // Many tests wait for a disk or a socket: one more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    // Starting a worker and loading Yjs for each file would take longer than the tests in it.
    isolate: false,
    // Laws over random histories take their time on a machine that does other things as well.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [runeTests, aloneTests, 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        // What replaces something that a library keeps from when it is loaded.
        test: { name: 'alone', environment: 'node', include: [aloneTests], isolate: true },
      },
      {
        extends: true,
        plugins: [svelte()],
        // Without this condition Svelte is taken for the server, where effects silently do nothing.
        resolve: { conditions: ['browser'] },
        test: {
          name: 'runes',
          environment: './tests/support/window.ts',
          include: [runeTests],
        },
      },
    ],
  },
});
