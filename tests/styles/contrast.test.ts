import { parse, wcagContrast } from 'culori';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Where colours are declared: the roles, and those of members. */
const tokens = ['tokens', 'seat']
  .map((name) => readFileSync(join(import.meta.dirname, `../../src/styles/${name}.css`), 'utf8'))
  .join('\n');
/** In the order of the file: those for people who want more contrast come later, and must not hide these. */
const declarations = [...tokens.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
const declared = new Map(
  declarations.toReversed().map(([, name = '', value = '']) => [name, value]),
);

/** The colour of a role in a theme, as tokens.css says it. */
function colourOf(role: string, theme: 'light' | 'dark') {
  let value = declared.get(role) ?? '';
  for (let depth = 0; depth < 6; depth += 1) {
    value = value.replace(/\s+/g, ' ').trim();
    const pair = /^light-dark\(\s*(.+\)|[^,]+),\s*(.+?)\s*\)$/.exec(value);
    if (pair) value = (theme === 'light' ? pair[1] : pair[2]) ?? '';
    const name = /^var\((--[\w-]+)\)$/.exec(value.trim())?.[1];
    if (name) value = declared.get(name) ?? '';
  }
  const colour = parse(value);
  if (!colour) throw new Error(`${role} is no colour in tokens.css: ${value}`);
  return colour;
}

const grounds = ['--page', '--sheet', '--well'];
/** What is read, on what, and how much its contrast must be (WCAG 2.2 AA: text 4.5, the edge of a control 3). */
const pairs: readonly [on: string, what: string, least: number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    [ground, '--ink', 7],
    [ground, '--ink-soft', 7],
    [ground, '--ink-quiet', 4.5],
    [ground, '--mine', 4.5],
  ]),
  ['--page', '--edge', 3],
  ['--sheet', '--edge', 3],
  ['--mine-wash', '--ink', 7],
  ['--mine', '--on-mine', 4.5],
  ['--mine-press', '--on-mine', 4.5],
  ['--mine-panel', '--on-mine-panel', 4.5],
  ['--mine-panel-press', '--on-mine-panel', 4.5],
  ...[1, 2, 3, 4, 5, 6].flatMap((member): [string, string, number][] => [
    [`--member-${member}`, `--on-member-${member}`, 4.5],
    ['--page', `--member-${member}`, 3],
  ]),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(pairs)('on %s, %s can be seen', (on, what, least) => {
    expect(wcagContrast(colourOf(what, theme), colourOf(on, theme))).toBeGreaterThanOrEqual(least);
  });
});
