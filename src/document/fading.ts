import * as Y from 'yjs';
import type { FadedMark } from '../domain/fading.ts';
import { DocumentIsNewer, type CircleDocument } from './circle-document.ts';
import { fadedMarksIn } from './fade-dates.ts';

/** The origin of deletions by fading: no undo takes them back. */
const FADING = Symbol('fading');

/** Marks a session as faded and deletes its notes, for everyone and for good. */
export function fade(circle: CircleDocument, mark: FadedMark): void {
  if (circle.isNewer) throw new DocumentIsNewer();
  circle.doc.transact(() => fadedMarksIn(circle).put(mark), FADING);
  fadeAgain(circle);
}

/** Deletes what is left, or has come anew, of sessions that are marked as faded. True when there was something. */
export function fadeAgain(circle: CircleDocument): boolean {
  const { doc, isNewer } = circle;
  const marks = fadedMarksIn(circle).all();
  if (marks.length === 0 || isNewer) return false;
  const rows = [...rowsOfFaded(doc, marks), ...closeFaded(doc, marks)];
  if (rows.length === 0) return false;
  doc.transact(() => {
    for (const remove of rows) remove();
  }, FADING);
  return true;
}

/** Takes one thing out of the document. */
type Removal = () => void;

/** A field of a row as it lies in the document, whether or not the row can be read. */
function fieldOf(row: unknown, name: string): unknown {
  if (row instanceof Y.Map) return row.get(name);
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
}

/** What belongs to marked sessions and fades. Unreadable rows go as well: their bytes would stay. */
function rowsOfFaded(doc: Y.Doc, marks: readonly FadedMark[]): Removal[] {
  const sessions = new Set<unknown>(marks.map(({ session }) => session));
  const turns = [...doc.getMap('turns')].filter(([, turn]) =>
    sessions.has(fieldOf(turn, 'session')),
  );
  const turnIds = new Set<unknown>(turns.map(([id]) => id));
  const rowsOf = (name: string, isGone: (row: unknown) => boolean): Removal[] => {
    const table = doc.getMap(name);
    return [...table].flatMap(([key, row]) => (isGone(row) ? [() => table.delete(key)] : []));
  };
  return [
    ...turns.flatMap(([id, turn]) => wordsOf(doc.getMap('turns'), id, turn)),
    ...rowsOf('questions', (row) => turnIds.has(fieldOf(row, 'turn'))),
    ...rowsOf('passes', (row) => turnIds.has(fieldOf(row, 'turn'))),
    ...['warmUps', 'warmUpLines', 'raisedCards', 'choices', 'choiceAnswers'].flatMap((name) =>
      rowsOf(name, (row) => sessions.has(fieldOf(row, 'session'))),
    ),
    ...rowsOf(
      'learnings',
      (row) => sessions.has(fieldOf(row, 'session')) && fieldOf(row, 'kept') !== true,
    ),
  ];
}

/** Who presented stays; what it was about goes. */
function wordsOf(turns: Y.Map<unknown>, id: string, turn: unknown): Removal[] {
  if (!(turn instanceof Y.Map)) return [() => turns.delete(id)];
  return ['challenge', 'focus'].flatMap((field) =>
    turn.has(field) ? [() => turn.delete(field)] : [],
  );
}

/** A marked session is over, also where somebody opened it again at that moment. */
function closeFaded(doc: Y.Doc, marks: readonly FadedMark[]): Removal[] {
  const sessions = doc.getMap('sessions');
  return marks.flatMap(({ session, at }) => {
    const record = sessions.get(session);
    const isOpen = record instanceof Y.Map && typeof record.get('closedAt') !== 'number';
    return isOpen ? [() => record.set('closedAt', at)] : [];
  });
}

/**
 * Calls back when something has come that was deleted before it came: the document drops it at once, but its bytes
 * have gone to the disk. Returns its own undo.
 */
export function observeDeadArrivals(doc: Y.Doc, heard: () => void): () => void {
  const look = (transaction: Y.Transaction): void => {
    if (hasDeadArrivals(doc, transaction)) heard();
  };
  doc.on('afterTransaction', look);
  return () => doc.off('afterTransaction', look);
}

function hasDeadArrivals(doc: Y.Doc, { beforeState, afterState }: Y.Transaction): boolean {
  return [...afterState].some(([client, clock]) => {
    const before = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (before >= clock || !structs) return false;
    return structs.slice(Y.findIndexSS(structs, before)).some((struct) => struct.deleted);
  });
}
