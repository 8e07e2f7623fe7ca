import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheets = globSync('src/styles/**/*.css').filter((file) => !file.endsWith('/layers.css'));

// Bundles come in any order, and the first one that a page meets decides which layer wins.
test.each(sheets)('%s knows the order of the layers before its first rule', (file) => {
  const css = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
  expect(css.trimStart()).toMatch(/^@import '\.\.?\/layers\.css';/);
});
