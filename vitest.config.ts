import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const runeTests = 'tests/**/*.svelte.test.ts';

export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      {
        test: {
          name: 'plain',
          // Laws over random histories take their time on a machine that does other things as well.
          testTimeout: 30_000,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [runeTests, 'tests/e2e/**'],
        },
      },
      {
        plugins: [svelte()],
        // Without this condition Svelte is compiled for the server, where effects silently do nothing.
        resolve: { conditions: ['browser'] },
        // One window for all files: making one takes longer than the tests in it.
        test: { name: 'runes', environment: 'jsdom', include: [runeTests], isolate: false },
      },
    ],
  },
});
