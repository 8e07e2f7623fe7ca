import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Outcome } from './play.ts';
import { scenarios } from './scenarios.ts';

const file = join(import.meta.dirname, '../../docs/connectivity.md');
const [BEGIN, END] = ['<!-- a run wrote this: npm run test:network -- --write -->', '<!-- end -->'];

/** Puts the outcomes of this run, and its date, in place of those of the last. */
export async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map((outcome) => row(outcome).join(' | '));
  const date = new Date().toISOString().slice(0, 10);
  const table = [
    BEGIN,
    '',
    `Run on ${date}, with Chromium:`,
    '',
    '| Ana | Ben | third member | services | they reach each other | page ready, then found after | a word takes |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells} |`),
    '',
    ...outcomes.flatMap(cut),
    END,
  ].join('\n');
  const before = readFileSync(file, 'utf8');
  const [head = '', rest = ''] = before.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  const text = head + table + after;
  writeFileSync(file, await format(text, { parser: 'markdown', printWidth: 100 }));
}

function row({ scenario, way, loadedAfter, foundAfter, words }: Outcome): string[] {
  const played = scenarios.find(({ name }) => name === scenario);
  if (played === undefined) throw new Error(`no such scenario: ${scenario}`);
  const { ana, ben, cem, services } = played;
  const found = foundAfter === null ? 'never' : `${foundAfter.toFixed(1)} s`;
  const times = `${loadedAfter.toFixed(1)} s, ${found}`;
  const word = words.length === 0 ? '–' : `${words.map((ms) => ms ?? '∞').join(' and ')} ms`;
  return [ana.name, ben.name, cem?.name ?? '–', services, way, times, word];
}

function cut({ noticedAfter, backAfter }: Outcome): string[] {
  if (backAfter === undefined) return [];
  const back = backAfter.toFixed(1);
  if (noticedAfter === undefined) {
    return [
      `Two homes again, and in the middle of it Ben's device got another address: ${back} s later both had what the ` +
        `other wrote meanwhile.`,
      '',
    ];
  }
  return [
    `Two homes again, and Ben's cable was pulled for 30 s while both wrote. Ana's screen said that he was gone after ` +
      `${noticedAfter.toFixed(1)} s; ${back} s after the cable was back, both had what the other wrote.`,
    '',
  ];
}
