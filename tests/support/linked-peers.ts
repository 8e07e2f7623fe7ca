import * as Y from 'yjs';
import { aboutOf } from '../../src/document/about.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { movesIn } from '../../src/document/moves.ts';
import { safetyFields } from '../../src/document/safety.ts';
import { tablesOf } from '../../src/document/tables.ts';

/** The origin of what came from another peer. */
const LINK = Symbol('link');

interface Message {
  readonly to: number;
  readonly update: Uint8Array;
}

export interface LinkedPeers {
  readonly peers: readonly CircleDocument[];
  /** Messages on their way. */
  readonly waiting: () => number;
  /** Lets one message arrive: the n-th on its way, counted round. `twice`: a copy of it comes later. */
  deliver(n: number, how?: { readonly twice: boolean }): void;
  deliverAll(): void;
}

/** Several circles in one process, each on its own device. Nothing arrives before the test says so. */
export function linkedPeers(count: number): LinkedPeers {
  const peers = Array.from({ length: count }, () => new CircleDocument());
  const messages: Message[] = [];
  peers.forEach((peer, from) => {
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === LINK) return;
      for (let to = 0; to < count; to += 1) if (to !== from) messages.push({ to, update });
    });
  });
  const arrive = ({ to, update }: Message): void => Y.applyUpdate(peers[to]!.doc, update, LINK);

  return {
    peers,
    waiting: () => messages.length,
    deliver(n, { twice } = { twice: false }) {
      if (messages.length === 0) return;
      const index = n % messages.length;
      const message = messages[index]!;
      if (!twice) messages.splice(index, 1);
      arrive(message);
    },
    deliverAll() {
      for (const message of messages.splice(0)) arrive(message);
    },
  };
}

/** The document with all that it says, as two peers compare it. */
export function contents(circle: CircleDocument): Record<string, unknown> {
  const tables = tablesOf(circle).map(([name, table]) => [name, table.all()]);
  return {
    ...aboutOf(circle),
    ...safetyFields(circle),
    ...Object.fromEntries(tables),
    moves: movesIn(circle).all(),
  };
}
