import { readJson } from '../domain/json.ts';
import { actOf, withAct, type Act, type Known } from '../domain/practice/act.ts';
import { readSetting, writeSetting } from '../storage/device-setting.ts';

/** What the disk has not taken yet, as JSON. */
const WAITING = 'askwell.practice-waiting';
/** Set once there is something on the disk, so that no page opens it for nothing. */
const KEPT = 'askwell.practised';
/** As many as somebody does in a long evening; beyond, the oldest goes. */
const MOST = 500;

export interface Disk {
  read(): Promise<Known>;
  write(acts: readonly Act[]): Promise<void>;
  clear(): Promise<void>;
}

const openDisk = async (): Promise<Disk> => {
  const { PracticeDisk } = await import('../storage/practice-disk.ts');
  return new PracticeDisk();
};

/**
 * What I have practised on this device. An act waits beside the disk until the disk has it, so that a full disk, a
 * private window or a closed tab costs nothing.
 */
export class PracticeBook {
  readonly #open: () => Promise<Disk>;
  #disk: Promise<Disk> | undefined;
  /** What this page has added, and the disk has not taken. */
  #mine: readonly Act[] = [];
  #writing: Promise<unknown> = Promise.resolve();

  constructor(open = openDisk) {
    this.#open = open;
  }

  /** Whether there may be something to read; asks no disk. */
  get isBegun(): boolean {
    return this.#waiting().length > 0 || readSetting(KEPT) !== null;
  }

  /** All that is known, with what the disk could not take. Never rejects. */
  async read(): Promise<Known> {
    await this.#writing;
    let known: Known = { practised: new Map(), words: new Map() };
    if (!this.isBegun) return known;
    try {
      known = await (await this.#opened()).read();
    } catch (error) {
      console.warn('askwell: what was practised cannot be read', error);
    }
    return this.#waiting().reduce(withAct, known);
  }

  /** Says whether the disk has it; if not, the next one brings it along. Never rejects. */
  add(act: Act): Promise<boolean> {
    const isReplaced = ({ kind, item }: Act): boolean =>
      kind === 'wrote' && act.kind === 'wrote' && item === act.item;
    this.#mine = [...this.#mine.filter((one) => !isReplaced(one)), act];
    keepWaiting(this.#waiting().filter((one) => one === act || !isReplaced(one)));
    return this.#inTurn(() => this.#write());
  }

  /** Forgets everything, here and in the other tabs. Rejects where the disk refuses. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      await (await this.#opened()).clear();
      this.#mine = [];
      keepWaiting([]);
      writeSetting(KEPT, null);
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#writing.then(work);
    // Whoever asked hears of it; the next work only waits until this is over.
    this.#writing = done.catch(() => null);
    return done;
  }

  async #write(): Promise<boolean> {
    const acts = this.#waiting();
    if (acts.length === 0) return true;
    try {
      await (await this.#opened()).write(acts);
    } catch (error) {
      console.warn('askwell: the disk did not take it', error);
      return false;
    }
    writeSetting(KEPT, 'yes');
    const isWritten = new Set(acts.map((act) => JSON.stringify(act)));
    const stillWaits = (act: Act): boolean => !isWritten.has(JSON.stringify(act));
    this.#mine = this.#mine.filter(stillWaits);
    keepWaiting(waiting().filter(stillWaits));
    return true;
  }

  /** What other tabs and earlier visits left, and what this page has added: a full disk may take neither down. */
  #waiting(): readonly Act[] {
    const left = waiting();
    const known = new Set(left.map((act) => JSON.stringify(act)));
    return [...left, ...this.#mine.filter((act) => !known.has(JSON.stringify(act)))].slice(-MOST);
  }

  async #opened(): Promise<Disk> {
    this.#disk ??= this.#open();
    try {
      return await this.#disk;
    } catch (error) {
      // Offline before the first visit was over, say: the next act tries again.
      this.#disk = undefined;
      throw error;
    }
  }
}

function keepWaiting(acts: readonly Act[]): void {
  writeSetting(WAITING, acts.length > 0 ? JSON.stringify(acts) : null);
}

function waiting(): readonly Act[] {
  const kept = readJson(readSetting(WAITING) ?? '');
  return Array.isArray(kept) ? kept.slice(-MOST).flatMap((one) => actOf(one) ?? []) : [];
}
