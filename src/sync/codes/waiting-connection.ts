import { SignalingConn, WebrtcConn, type Room } from 'y-webrtc';
import type { Fault, Reached } from '../by-hand.ts';
import type { Conversation } from '../conversation.ts';
import { glareSafeConnection } from '../glare-safe-connection.ts';
import type { WatchHandshake } from '../half-open-watchdog.ts';
import type { PeerId } from '../link.ts';
import { readSdp, writeSdp, type Description } from './description.ts';
import { keepKnocking } from './keep-knocking.ts';

/** How long a person has to carry a code there and another back. */
const CARRYING = 30 * 60_000;
/** How long two browsers may look for a way once both have the other's code. */
const OPENING = 20_000;

/** Where y-webrtc would send its offer; here a person does. */
const nowhere: SignalingConn = Object.create(SignalingConn.prototype, {
  send: { value: () => undefined },
});

export interface Converse {
  (channel: RTCDataChannel, connection: RTCPeerConnection, watch: WatchHandshake): Conversation;
}

/**
 * A connection of y-webrtc's own that waits for a code instead of a rendezvous. The room learns of it
 * when it is open: until then neither its watchdog nor a rendezvous can disturb it.
 */
export class WaitingConnection {
  readonly outcome: Promise<Reached | Fault>;
  /** What this browser has to say; `null` when it has nothing to say. */
  readonly described: Promise<Description | null>;
  readonly #room: Room;
  readonly #connection: WebrtcConn;
  readonly #settle: (outcome: Reached | Fault) => void;
  #conversation: Conversation | null = null;
  #webrtc: RTCPeerConnection | null = null;
  #undo: (() => void)[] = [];
  #isOpening = false;
  #end: () => void = () => undefined;

  constructor(room: Room, converse: Converse, role: 'inviting' | 'answering') {
    const { promise, resolve } = Promise.withResolvers<Reached | Fault>();
    this.outcome = promise;
    this.#settle = resolve;
    this.#room = room;
    const { provider } = room;
    const usual = provider.peerOpts;
    const RTCPeerConnection = glareSafeConnection((channel, connection) => {
      this.#webrtc = connection;
      this.#conversation = converse(channel, connection, (_, end) => this.#watch(end));
    });
    // All candidates in one description: a code is carried once.
    provider.peerOpts = { ...usual, trickle: false, wrtc: { ...usual.wrtc, RTCPeerConnection } };
    try {
      const unknown = crypto.randomUUID();
      this.#connection = new WebrtcConn(nowhere, role === 'inviting', unknown, room);
    } finally {
      provider.peerOpts = usual;
    }
    const described = Promise.withResolvers<Description | null>();
    this.described = described.promise;
    this.#connection.peer.once('signal', ({ sdp }: { sdp?: unknown }) =>
      described.resolve(typeof sdp === 'string' ? readSdp(sdp) : null),
    );
    this.#connection.peer.once('close', () => {
      described.resolve(null);
      this.#ended();
    });
  }

  /** Takes an invitation's description, and knocks until the other side lets us in. */
  takeOffer(description: Description): void {
    if (this.#webrtc !== null) {
      this.#undo.push(keepKnocking(this.#webrtc, description.candidates));
    }
    this.#connection.peer.signal({ type: 'offer', sdp: writeSdp('offer', description) });
  }

  /** Takes an answer's description; from now on it opens soon, or not at all. */
  takeAnswer(description: Description): void {
    this.#isOpening = true;
    this.#limit(OPENING);
    this.#connection.peer.signal({ type: 'answer', sdp: writeSdp('answer', description) });
  }

  /** The other side was reached in another way meanwhile. */
  found(peer: PeerId): void {
    this.#settle({ peer });
    if (this.#room.webrtcConns.get(peer) !== this.#connection) this.end();
  }

  end(): void {
    this.#connection.destroy();
  }

  #watch(end: () => void): () => void {
    this.#end = end;
    this.#limit(CARRYING);
    return () => this.#decided();
  }

  #limit(milliseconds: number): void {
    this.#release();
    const timer = setTimeout(() => this.#end(), milliseconds);
    this.#undo.push(() => clearTimeout(timer));
  }

  #release(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** Called when the other side has greeted us, and when the channel is closed. */
  #decided(): void {
    const peer = this.#conversation?.peer ?? '';
    if (peer === '') this.#ended();
    else this.#opened(peer);
  }

  #opened(peer: PeerId): void {
    this.#release();
    const { webrtcConns } = this.#room;
    const other = webrtcConns.get(peer);
    if (other === this.#connection) return;
    webrtcConns.set(peer, this.#connection);
    this.#connection.remotePeerId = peer;
    this.#settle({ peer });
    if (other === undefined) return;
    // Its end must not take ours out of the room.
    other.remotePeerId = crypto.randomUUID();
    other.destroy();
  }

  #ended(): void {
    this.#release();
    this.#settle({ fault: this.#isOpening ? 'no-way' : 'expired' });
  }
}
