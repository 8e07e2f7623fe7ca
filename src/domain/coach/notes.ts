import type { Finding, FindingKind, Verdict } from './verdict.ts';

/** What is worth saying first. A soft-open question needs no word. */
const order: readonly FindingKind[] = [
  'stacked',
  'why-blame',
  'leading',
  'rhetorical',
  'judging',
  'too-early',
  'either-or',
  'closed',
  'fact',
  'preamble',
  'too-long',
];

/** Where there is one of the first, the form is not what matters. */
const traps: readonly FindingKind[] = ['stacked', 'why-blame', 'leading', 'rhetorical'];
const forms: readonly FindingKind[] = ['either-or', 'closed', 'fact'];
/** The question is long, or its lead is: one of them is enough. */
const lengths: readonly FindingKind[] = ['preamble', 'too-long'];

const most = 2;

/** What the coach says about a question: two notes at most, and nothing when it is not sure. */
export function notesOf({ isSure, findings }: Verdict): Finding[] {
  if (!isSure) return [];
  const hasTrap = findings.some(({ kind }) => traps.includes(kind));
  const notes: Finding[] = [];
  for (const kind of order) {
    if (hasTrap && forms.includes(kind)) continue;
    if (lengths.includes(kind) && notes.some((note) => lengths.includes(note.kind))) continue;
    const finding = findings.find((one) => one.kind === kind);
    if (finding !== undefined && notes.length < most) notes.push(finding);
  }
  return notes;
}
