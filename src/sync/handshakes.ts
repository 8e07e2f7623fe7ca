import type { Room } from 'y-webrtc';
import { takesOffer } from './crossing-offers.ts';
import { HandshakeRetries } from './handshake-retries.ts';
import { Introductions } from './introductions.ts';
import { hasWebRtc } from './link-impossible.ts';
import type { PeerId, Reach } from './link.ts';
import type { Signal } from './signal.ts';
import type { Coming } from './signalling-guard.ts';

/** With whom y-webrtc may begin a connection, and by which road the signals of one go. */
export class Handshakes {
  readonly #room: Room;
  readonly #retries = new HandshakeRetries();
  readonly #introductions: Introductions;

  /** @param announce asks the connected members to introduce this page */
  constructor(room: Room, announce: () => void) {
    this.#room = room;
    this.#introductions = new Introductions(
      announce,
      (page) => room.webrtcConns.has(page),
      (page) => this.#giveUp(page),
    );
  }

  /** Whether y-webrtc may hear this signal; on its own it would begin a new handshake with each announcement. */
  admit({ from, kind }: Signal, { begins, throughMembers }: Coming): boolean {
    if (!hasWebRtc()) return false;
    const ours = this.#room.webrtcConns.get(from);
    if (ours && kind === 'offer') return takesOffer(this.#room.peerId, from, ours);
    if (begins && kind === 'offer') this.#retries.tried(from);
    if (begins && kind === 'announce' && !this.#retries.mayTry(from)) return false;
    if (begins) this.#introductions.begins(from, throughMembers);
    return true;
  }

  succeeded(page: PeerId): void {
    this.#retries.succeeded(page);
  }

  /** A member is gone who may have been given a signal to carry. */
  lostCarrier(): void {
    this.#introductions.lostCarrier();
  }

  /** To be called with everyone that can be reached, whenever that has changed. */
  see(reach: ReadonlyMap<PeerId, Reach>): void {
    this.#introductions.see(reach);
  }

  startAfresh(): void {
    this.#retries.startAfresh();
  }

  close(): void {
    this.#introductions.close();
  }

  #giveUp(page: PeerId): void {
    const connection = this.#room.webrtcConns.get(page);
    if (connection?.connected === false) connection.destroy();
  }
}
