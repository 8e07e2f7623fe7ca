import * as Y from 'yjs';
import { readFile } from '../../../src/board/kept-file.ts';
import { foundCircle } from '../../../src/document/about.ts';
import { writeCopy } from '../../../src/document/circle-copy.ts';
import { CircleDocument } from '../../../src/document/circle-document.ts';
import { commit } from '../../../src/document/commitments.ts';
import { scratched } from '../../../src/document/compact.ts';
import { readHistory } from '../../../src/document/history.ts';
import { join } from '../../../src/document/members.ts';
import { propose } from '../../../src/document/norms.ts';
import { ask } from '../../../src/document/questions.ts';
import { readRemembered } from '../../../src/storage/remembered-row.ts';
import { readSeat, writeSeat } from '../../../src/storage/seat.ts';
import { contents } from '../linked-peers.ts';
import * as record from '../records.ts';
import { remembered } from '../remembered.ts';
import { wrongBytes, wrongText, wrongValue } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const circle = new CircleDocument();
foundCircle(circle, 'Tuesday circle', 'https://call.example/tuesday');
join(circle, record.member('ana'));
propose(circle, record.norm('n1'));
ask(circle, record.question('ana', 0, 1, { text: 'What matters most here?' }));
commit(circle, record.commitment('c1'));
const whole = Y.encodeStateAsUpdate(circle.doc);
const other = new CircleDocument();
join(other, record.member('zoe'));
const another = Y.encodeStateAsUpdate(other.doc);
const copy = writeCopy(circle, 'a circle', new Date(0));
const parsedCopy: unknown = JSON.parse(copy);

async function mustOpen(text: string): Promise<void> {
  const file = await readFile(new Blob([text]));
  if (file.kind !== 'copy') return;
  contents(file.copy.circle);
  new CircleDocument([Y.encodeStateAsUpdate(file.copy.circle.doc)]);
}

const seat = writeSeat({
  invitation: 'AQ',
  member: 'ana',
  notes: [{ kind: 'parked', about: 's1', text: 'advice', changedAt: 1 }],
  circle: whole,
});

/** What is brought in must open, whatever it was made of. */
function mustBeOpened(bytes: Uint8Array): void {
  const anew = scratched(bytes);
  if (anew === null) return;
  must(readHistory([anew]).unreadable === 0, 'what was brought in never opens again');
}

/** Files that a person opens, and rows that a damaged disk gives back. */
export const fileTargets: readonly Target[] = [
  target('file: circle copy, as text', [copy], wrongText, mustOpen),
  target<unknown>('file: circle copy, as records', [parsedCopy], wrongValue, (value) =>
    mustOpen(JSON.stringify(value) ?? ''),
  ),
  target('file: my seat', [seat], wrongText, (text) => {
    const reading = readSeat(text);
    if (reading.kind !== 'ok') return;
    must(
      reading.seat.notes.every(({ text: note }) => typeof note === 'string'),
      'a note of no text',
    );
    mustBeOpened(reading.seat.circle);
  }),
  target('file: the circle in my seat', [whole], wrongBytes, mustBeOpened),
  target('disk: row of the log', [whole], wrongBytes, (bytes) => {
    const { doc } = readHistory([bytes, another]);
    must(doc.getMap('members').has('zoe'), 'a damaged row took a good one with it');
  }),
  target<unknown>('disk: remembered circle', [remembered('c1')], wrongValue, (row) => {
    const read = readRemembered(row);
    if (read === null) return;
    must(
      JSON.stringify(readRemembered(read)) === JSON.stringify(read),
      'it reads differently again',
    );
  }),
];
