import type { Room } from 'y-webrtc';
import type { ByHand, Fault, MadeAnswer, MadeCode, Reached } from '../by-hand.ts';
import type { PeerId } from '../link.ts';
import { importKey, readCode, writeCode, type CodeKey } from './code.ts';
import type { Description } from './description.ts';
import type { Carried } from './pack.ts';
import { WaitingConnection, type Converse } from './waiting-connection.ts';

/** What hand-carried codes need of the link. */
export interface Surroundings {
  readonly room: Room;
  /** The circle's key for codes: 32 bytes, base64url. */
  readonly key: string;
  readonly converse: Converse;
  isConnected(peer: PeerId): boolean;
  /** Calls back when connections may have changed. Returns its own undo. */
  onChange(changed: () => void): () => void;
}

const MINUTE = 60_000;
/** Minutes after which the count of an invitation begins again. */
const ROUND = 2 ** 16;
/** An invitation of yesterday waits nowhere; a clock may be wrong by less. */
const STALE = 24 * 60;
/** One for each other seat, and one to spare. */
const MOST_WAITING = 6;

/** Opens what hand-carried codes need, once for each link. */
export async function handCarried(surroundings: Surroundings): Promise<HandCarried> {
  return new HandCarried(surroundings, await importKey(surroundings.key));
}

class HandCarried implements ByHand {
  readonly #surroundings: Surroundings;
  readonly #key: CodeKey;
  /** Invitations that wait for their answers, by the number that an answer repeats. */
  readonly #inviting = new Map<number, WaitingConnection>();
  /** Answers that wait to be used, by the number of their invitation. */
  readonly #answering = new Map<number, { connection: WaitingConnection; made: MadeAnswer }>();

  constructor(surroundings: Surroundings, key: CodeKey) {
    this.#surroundings = surroundings;
    this.#key = key;
  }

  async invite(): Promise<MadeCode | Fault> {
    const connection = this.#open('inviting');
    const description = await connection.described;
    const mark = Math.floor(Date.now() / MINUTE) % ROUND;
    const code = description && (await this.#write('invitation', mark, description));
    if (description === null || code === null) return this.#noWay(connection);
    const number = numberOf(description);
    this.#inviting.set(number, connection);
    const [oldest] = this.#inviting.values();
    if (this.#inviting.size > MOST_WAITING) oldest?.end();
    this.#whenOver(connection, () => this.#inviting.delete(number));
    return { code };
  }

  async answer(text: string): Promise<MadeAnswer | Reached | Fault> {
    const carried = await this.#read(text, 'invitation');
    if ('fault' in carried) return carried;
    const { peer, description } = carried;
    if (this.#surroundings.isConnected(peer)) return { peer };
    if (isStale(carried.mark)) return { fault: 'expired' };
    const number = numberOf(description);
    return this.#answering.get(number)?.made ?? this.#answer(peer, number, description);
  }

  async finish(text: string): Promise<Reached | Fault> {
    const carried = await this.#read(text, 'answer');
    if ('fault' in carried) return carried;
    const { peer, mark, description } = carried;
    const connection = this.#inviting.get(mark);
    if (this.#surroundings.isConnected(peer)) {
      connection?.end();
      return { peer };
    }
    if (connection === undefined) return { fault: 'expired' };
    this.#inviting.delete(mark);
    connection.takeAnswer(description);
    return connection.outcome;
  }

  cancel(): void {
    for (const connection of this.#inviting.values()) connection.end();
    for (const { connection } of this.#answering.values()) connection.end();
  }

  async #answer(peer: PeerId, number: number, offered: Description): Promise<MadeAnswer | Fault> {
    const connection = this.#open('answering');
    connection.takeOffer(offered);
    const description = await connection.described;
    const code = description && (await this.#write('answer', number, description));
    if (code === null) return this.#noWay(connection);
    const { isConnected, onChange } = this.#surroundings;
    const stop = onChange(() => isConnected(peer) && connection.found(peer));
    const made = { code, outcome: connection.outcome };
    this.#answering.set(number, { connection, made });
    this.#whenOver(connection, () => {
      stop();
      this.#answering.delete(number);
    });
    return made;
  }

  #open(role: 'inviting' | 'answering'): WaitingConnection {
    const { room, converse } = this.#surroundings;
    return new WaitingConnection(room, converse, role);
  }

  #write(kind: Carried['kind'], mark: number, description: Description): Promise<string | null> {
    const { peerId: peer } = this.#surroundings.room;
    return writeCode({ kind, peer, mark, description }, this.#key);
  }

  async #read(text: string, kind: Carried['kind']): Promise<Carried | Fault> {
    const carried = await readCode(text, this.#key);
    if ('fault' in carried) return carried;
    const { peerId, bcConns } = this.#surroundings.room;
    if (carried.peer === peerId || bcConns.has(carried.peer)) return { fault: 'own' };
    return carried.kind === kind ? carried : { fault: 'wrong-kind' };
  }

  #noWay(connection: WaitingConnection): Fault {
    connection.end();
    return { fault: 'no-way' };
  }

  #whenOver(connection: WaitingConnection, act: () => void): void {
    connection.outcome.then(act, (error: unknown) => console.warn(error));
  }
}

/** Names an invitation by its certificate, which no other has. */
function numberOf({ fingerprint }: Description): number {
  return fingerprint.subarray(0, 4).reduce((sum, byte, place) => sum + byte * 256 ** place, 0);
}

function isStale(mark: number): boolean {
  const age = (Math.floor(Date.now() / MINUTE) - mark + ROUND) % ROUND;
  // More than half a round is an invitation from the future: one of the clocks is wrong.
  return age > STALE && age < ROUND / 2;
}
