import { applyUpdate, encodeStateAsUpdate, type Doc, type Map as SharedMap } from 'yjs';
import { isReadable, readHistory, readInto } from './history.ts';
import { isNewer } from './schema-version.ts';

/** The origin of what this device writes. */
export const LOCAL = Symbol('local');

/** Writing to a circle that a newer Askwell has changed. */
export class DocumentIsNewer extends Error {}

/**
 * One circle as a Yjs document. What it holds is told by the files beside this one, each with the tables, reads and
 * writes of one subject (`norms.ts`, `sessions.ts`): reads return domain objects; writes are sentences of the product,
 * one transaction each. All containers are top-level, so two devices that open a circle apart still share them.
 */
export class CircleDocument {
  readonly doc: Doc;
  /** How many updates of its history could not be read. */
  readonly unreadable: number;
  readonly meta: SharedMap<unknown>;

  /**
   * @param history updates of this circle from the disk, in any order
   * @param into the document that takes them, where one has been made before
   */
  constructor(history: readonly Uint8Array[] = [], into?: Doc) {
    const { doc, unreadable } = into ? readInto(into, history) : readHistory(history);
    this.doc = doc;
    this.unreadable = unreadable;
    this.meta = doc.getMap('meta');
  }

  /** True once a newer Askwell has changed this circle beyond what this version can write. */
  get isNewer(): boolean {
    return isNewer(this.meta);
  }

  observeMeta(changed: () => void): () => void {
    const told = (): void => changed();
    this.meta.observe(told);
    return () => this.meta.unobserve(told);
  }

  /** Calls back with the bytes of each change, whoever made it. Returns its own undo. */
  observeUpdates(heard: (update: Uint8Array, isMine: boolean) => void): () => void {
    const told = (update: Uint8Array, origin: unknown): void => heard(update, origin === LOCAL);
    this.doc.on('update', told);
    return () => this.doc.off('update', told);
  }

  /** Takes what another log of this circle holds, as if it had been written here just now. */
  take(history: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of history.filter(isReadable)) applyUpdate(this.doc, update);
    });
  }

  /** One act of this device, in one transaction. Throws `DocumentIsNewer` where this version may only read. */
  write(change: () => void): void {
    if (this.isNewer) throw new DocumentIsNewer();
    this.doc.transact(change, LOCAL);
  }

  /** The whole circle as one update. */
  bytes(): Uint8Array {
    return encodeStateAsUpdate(this.doc);
  }

  release(): void {
    this.doc.destroy();
  }
}
