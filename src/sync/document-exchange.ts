import * as Y from 'yjs';
import type { Conversation } from './conversation.ts';
import { framesOf } from './frames.ts';
import { answerWith, askFor } from './messages.ts';

/** How long Yjs says "nothing": no changes, no deletions. */
const NOTHING = 2;

/** Asks a page for all that we lack. Asked again now and then, it mends whatever was lost on the way. */
export function askForMissing(doc: Y.Doc, conversation: Conversation): void {
  conversation.send(framesOf(askFor(Y.encodeStateVector(doc))));
}

export function sendMissing(doc: Y.Doc, conversation: Conversation, vector: Uint8Array): void {
  const update = Y.encodeStateAsUpdate(doc, vector);
  if (update.length > NOTHING) conversation.send(framesOf(answerWith(update)));
}
