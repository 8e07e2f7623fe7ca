import * as Y from 'yjs';
import type { Connect, Link, Peer, Whisper } from '../../src/sync/link.ts';
import { fakeLink } from './fake-link.ts';

interface FakePage {
  readonly name: string;
  readonly id: string;
  readonly doc: Y.Doc;
  presence: unknown;
  readonly changed: Set<() => void>;
  readonly whispered: Set<(whisper: Whisper) => void>;
  readonly seen: string[];
}

/** Rooms in which every page is connected to every other. What a page gets to hear is kept for the test to look at. */
export class FakeRooms {
  readonly #rooms = new Map<string, Set<FakePage>>();
  #count = 0;
  /** Pages without a channel of our own to each other: they get everything but whispers. */
  readonly apart = new Set<string>();
  /** Devices that nothing connects to the others just now. */
  #cutOff: readonly string[] = [];

  /** These devices reach each other, and nobody else. */
  cutOff(...names: string[]): void {
    this.#cutOff = names;
    this.#tellAll();
  }

  /** All reach all again, and exchange what each lacks. */
  heal(): void {
    this.#cutOff = [];
    for (const pages of this.#rooms.values()) {
      for (const from of pages) {
        for (const to of pages) {
          if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), this);
        }
      }
    }
    this.#tellAll();
  }

  #tellAll(): void {
    for (const pages of this.#rooms.values()) {
      for (const { changed } of pages) for (const tell of changed) tell();
    }
  }

  /** @param name of the device, for the test's own eyes; `seen` takes down all that reaches it */
  connect(name: string, seen: string[] = []): Connect {
    return (doc, { room }) => Promise.resolve(this.#open(name, doc, room, seen));
  }

  /** Who is in a room now. */
  in(room: string): string[] {
    return [...(this.#rooms.get(room) ?? [])].map(({ id }) => id.replace(/ \d+$/, '')).sort();
  }

  #open(name: string, doc: Y.Doc, room: string, seen: string[]): Link {
    this.#count += 1;
    const pages = this.#rooms.get(room) ?? new Set<FakePage>();
    this.#rooms.set(room, pages);
    const page: FakePage = {
      name,
      id: `${name} ${this.#count}`,
      doc,
      presence: null,
      changed: new Set(),
      whispered: new Set(),
      seen,
    };
    const isReached = (other: FakePage) =>
      other !== page && this.#cutOff.includes(other.name) === this.#cutOff.includes(name);
    const others = () => [...pages].filter(isReached);
    const tellAll = () => {
      for (const { changed } of pages) for (const tell of changed) tell();
    };
    const give = (to: FakePage, update: Uint8Array): void => {
      to.seen.push(`update ${Buffer.from(update).toString('latin1')}`);
      Y.applyUpdate(to.doc, update, this);
    };
    const pass = (update: Uint8Array, origin: unknown): void => {
      if (origin !== this) for (const other of others()) give(other, update);
    };
    pages.add(page);
    doc.on('update', pass);
    for (const other of others()) {
      give(other, Y.encodeStateAsUpdate(doc));
      give(page, Y.encodeStateAsUpdate(other.doc));
    }
    queueMicrotask(tellAll);
    const set = <Heard>(all: Set<Heard>, heard: Heard) => {
      all.add(heard);
      return () => all.delete(heard);
    };
    return fakeLink({
      self: page.id,
      peers: () =>
        others()
          .map(({ id, presence }): Peer => ({ id, presence, reach: { kind: 'direct' } }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      setPresence: (presence) => {
        page.presence = presence;
        for (const other of others()) other.seen.push(`presence ${JSON.stringify(presence)}`);
        tellAll();
      },
      onChange: (changed) => set(page.changed, changed),
      whisper: (to, words) => {
        const other = others().find(({ id }) => id === to);
        if (!other || this.apart.has(to)) return false;
        other.seen.push(`whisper ${words}`);
        queueMicrotask(() => {
          for (const hear of other.whispered) hear({ from: page.id, words });
        });
        return true;
      },
      onWhisper: (heard) => set(page.whispered, heard),
      close: () => {
        pages.delete(page);
        doc.off('update', pass);
        tellAll();
        return Promise.resolve();
      },
    });
  }
}
