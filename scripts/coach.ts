import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classify } from '../src/domain/coach/classify.ts';
import { phases } from '../src/domain/format.ts';
import { loadLanguage } from './coach/load-language.ts';
import { parseRows } from './coach/rows.ts';

const usage = 'npm run -s coach -- FILE.tsv [--lang en] [--phase explore]';

function fail(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'en' },
    phase: { type: 'string', default: 'explore' },
  },
});
const [file] = positionals;
if (file === undefined) fail('Which file?');
const phase = phases.find((name) => name === values.phase);
if (phase === undefined) fail(`No phase is called ${values.phase}.`);
const language = loadLanguage(values.lang);
if (language === null) fail(`The coach has no rules for ${values.lang}.`);

const lines = parseRows(readFileSync(file, 'utf8')).map(({ id, text }) => {
  const { label, form, isSure } = classify(text, { language, phase });
  return `${id}\t${label}\t${form}\t${isSure ? 'sure' : 'unsure'}\n`;
});
process.stdout.write(lines.join(''));
