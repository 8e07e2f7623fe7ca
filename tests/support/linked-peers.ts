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
  /** All that is on its way to a peer arrives there at one moment. @param pick which comes first, of as many as there are */
  deliverShuffled(pick: (end: number) => number): void;
  /** Nothing comes to a peer that is away, and nothing from it. */
  away(peer: number): void;
  /** What a peer has missed comes in one message, as devices do it that meet again; what it wrote is sent. */
  back(peer: number): void;
  /** A new device, which has all that another holds: one more, or in the place of one whose document is lost. */
  renew(peer: number, from: number): void;
}

/** Several circles in one process, each on its own device. Nothing arrives before the test says so. */
export function linkedPeers(count: number): LinkedPeers {
  const messages: Message[] = [];
  const absent = new Map<number, { readonly written: Uint8Array[]; readonly missed: Message[] }>();
  const send = (message: Message): void => {
    (absent.get(message.to)?.missed ?? messages).push(message);
  };
  const sendAll = (from: number, update: Uint8Array): void => {
    for (let to = 0; to < peers.length; to += 1) if (to !== from) send({ to, update });
  };
  const linked = (from: number): CircleDocument => {
    const peer = new CircleDocument();
    peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === LINK) return;
      const written = absent.get(from)?.written;
      if (written) written.push(update);
      else sendAll(from, update);
    });
    return peer;
  };
  const peers: CircleDocument[] = [];
  for (let i = 0; i < count; i += 1) peers.push(linked(i));
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
    deliverShuffled(pick) {
      for (const [peer, coming] of Map.groupBy(messages.splice(0), ({ to }) => to)) {
        peers[peer]!.doc.transact(() => {
          while (coming.length > 0) coming.splice(pick(coming.length), 1).forEach(arrive);
        }, LINK);
      }
    },
    away(peer) {
      if (absent.has(peer)) return;
      absent.set(peer, { written: [], missed: [] });
      for (const message of messages.splice(0)) send(message);
    },
    back(peer) {
      const { written = [], missed = [] } = absent.get(peer) ?? {};
      absent.delete(peer);
      for (const update of written) sendAll(peer, update);
      const updates = missed.map(({ update }) => update);
      if (updates.length > 0) send({ to: peer, update: Y.mergeUpdates(updates) });
    },
    renew(peer, from) {
      peers[peer]?.release();
      peers[peer] = linked(peer);
      absent.delete(peer);
      const others = messages.splice(0).filter(({ to }) => to !== peer);
      messages.push(...others);
      arrive({ to: peer, update: peers[from]!.bytes() });
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
