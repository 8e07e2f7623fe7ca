import type { Channel } from './channel.ts';
import { Assembly, frame, type Frame } from './frames.ts';
import { watchHandshake, watchOpening, type WatchHandshake } from './half-open-watchdog.ts';
import { Heartbeat, type CircleTimeNow, type Comparison } from './heartbeat.ts';
import { introductionOf, readIntroduction } from './introduction.ts';
import type { Mismatch, PeerId } from './link.ts';
import { PacedSender } from './paced-sender.ts';
import { kinds, PROTOCOL } from './protocol.ts';
import { isTurned } from './turned.ts';
import { readWhisper, whisperOf } from './whisper.ts';

/** What a conversation needs to know, and whom it tells. */
export interface Listener {
  readonly self: PeerId;
  readonly clock: () => CircleTimeNow;
  /** Does this at once, or as soon as the document is what this device knows of the circle. Keeps the order. */
  whenReady(act: () => void): void;
  /** The other side speaks our protocol; from now on messages may be sent. */
  greeted(conversation: Conversation): void;
  /**
   * The other side speaks another protocol: nothing of the circle is sent or taken. Told again when it has said
   * something about itself, which is unchecked.
   */
  mismatched(conversation: Conversation, theirs: Mismatch['theirs'], presence: unknown): void;
  /** A whole message has come. What this throws is taken for the fault of the message. */
  heard(conversation: Conversation, message: Uint8Array): void;
  /** A sealed signal of y-webrtc has come. */
  signalled(conversation: Conversation, signal: Uint8Array): void;
  compared(conversation: Conversation, comparison: Comparison): void;
  /** The other side said something that is meant for this page alone. */
  whispered(conversation: Conversation, words: string): void;
  ended(conversation: Conversation): void;
}

/** A relay takes five messages a second for all that a page has to say: it has no long queue and a slow pulse. */
const relayed = {
  queue: { high: 48 * 1024, low: 16 * 1024 },
  pulse: { pingEvery: 7000, silence: 20_000 },
  /** A comparison of clocks that took longer says too little, ms. */
  roundTrip: 1500,
} as const;

/**
 * What is said over one channel. y-webrtc opens the channel and notices when it closes; the words on
 * it are ours, because it can neither send long messages nor tell from whom one came.
 */
export class Conversation {
  /** The page at the other end; empty until it has greeted us. */
  peer: PeerId = '';
  /** Whether a TURN server carries the channel. */
  isTurned = false;
  /** When its last message came, by the monotonic clock, ms. */
  heardAt = -Infinity;
  /** Whether it goes through the rendezvous, as messages. */
  readonly isRelayed: boolean;
  readonly #channel: Channel;
  readonly #connection: RTCPeerConnection | null;
  readonly #listener: Listener;
  readonly #sender: PacedSender;
  readonly #heartbeat: Heartbeat;
  readonly #assembly = new Assembly();
  readonly #handshakeDone: () => void;
  #hasWarned = false;
  #theirs: Mismatch['theirs'] = 'newer';
  #state: 'opening' | 'open' | 'mismatched' | 'ended' = 'opening';

  /** `connection` is what WebRTC's channel belongs to; a channel by relay has none. */
  constructor(
    channel: Channel,
    connection: RTCPeerConnection | null,
    listener: Listener,
    watch: WatchHandshake = watchHandshake,
  ) {
    this.#channel = channel;
    this.#connection = connection;
    this.#listener = listener;
    this.isRelayed = connection === null;
    const { queue, pulse } = this.isRelayed ? relayed : {};
    this.#sender = new PacedSender(channel, queue);
    this.#heartbeat = new Heartbeat((beat) => this.#sender.sendFirst(beat), listener.clock, pulse);
    const end = () => this.end();
    this.#handshakeDone = connection === null ? watchOpening(end) : watch(connection, end);
    if (connection !== null) takeFromSimplePeer(channel);
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('open', () => {
      listener.whenReady(() => this.#sender.sendFirst(helloOf(listener.self)));
    });
    channel.addEventListener('message', (event) => {
      if (!(event instanceof MessageEvent)) return;
      const { data }: { data: unknown } = event;
      listener.whenReady(() => this.#receive(data));
    });
    channel.addEventListener('close', () => this.#close());
  }

  send(frames: readonly Frame[]): void {
    if (this.#state === 'open') this.#sender.send(frames);
  }

  /**
   * Says something to this page alone. False where the channel is not open, and by relay, where everybody with the
   * circle's secret could listen.
   */
  whisper(words: string): boolean {
    if (this.#state !== 'open' || this.isRelayed) return false;
    this.#sender.send([whisperOf(words)]);
    return true;
  }

  /** Sends one small frame before all that wait. */
  sendFirst(frame: Frame): void {
    if (this.#state === 'open') this.#sender.sendFirst(frame);
  }

  /** Says whose page this is to one that understands nothing else. */
  introduce(presence: unknown): void {
    if (this.#state === 'mismatched' && presence !== null)
      this.#sender.sendFirst(introductionOf(presence));
  }

  /** To be called about every 500 ms. Ends the conversation when the other side has fallen silent, and says so. */
  checkPulse(): boolean {
    if (this.#state === 'opening' || !this.#heartbeat.isDead()) return false;
    this.end();
    return true;
  }

  /** Finds out which way the channel takes, which may change while it is open. Says whether it did. */
  async findWay(): Promise<boolean> {
    const before = this.isTurned;
    if (this.#state === 'open' && this.#connection !== null) {
      this.isTurned = await isTurned(this.#connection);
    }
    return this.isTurned !== before;
  }

  probe(): void {
    if (this.#state === 'open') this.#heartbeat.probe();
  }

  /** simple-peer hears this as the end of its channel and frees the connection, at once. */
  end(): void {
    this.#channel.dispatchEvent(new Event('close'));
  }

  #close(): void {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#handshakeDone();
    this.#listener.ended(this);
  }

  #receive(data: unknown): void {
    if (!(data instanceof ArrayBuffer) || data.byteLength === 0) return;
    const bytes = new Uint8Array(data);
    try {
      this.#heartbeat.heard();
      this.#read(bytes[0], bytes.subarray(1));
    } catch (error) {
      // Once, for there may be thousands; only the kind of error, for its text may quote what people wrote.
      const kind = error instanceof Error ? error.name : 'unknown';
      if (!this.#hasWarned) console.warn('A page sent a bad message:', kind);
      this.#hasWarned = true;
      if (error instanceof RangeError) this.end();
    }
  }

  #read(kind: number | undefined, content: Uint8Array): void {
    if (this.#state === 'opening') return this.#greet(kind, content);
    if (kind === kinds.ping) return this.#heartbeat.answerPing(content);
    if (this.#state === 'mismatched' && kind === kinds.introduction) {
      const presence = readIntroduction(content);
      return presence === null
        ? undefined
        : this.#listener.mismatched(this, this.#theirs, presence);
    }
    if (this.#state !== 'open') return;
    if (kind === kinds.pong) return this.#compare(content);
    if (kind === kinds.whole) return this.#hear(content);
    if (kind === kinds.whisper) return this.#listener.whispered(this, readWhisper(content));
    if (kind === kinds.signalling) return this.#listener.signalled(this, content);
    if (kind !== kinds.part && kind !== kinds.last) return;
    const message = this.#assembly.add(content, kind === kinds.last);
    if (message !== null) this.#hear(message);
  }

  #hear(message: Uint8Array): void {
    this.heardAt = performance.now();
    this.#listener.heard(this, message);
  }

  #greet(kind: number | undefined, content: Uint8Array): void {
    if (kind !== kinds.hello) return this.end();
    const version = content[0] ?? 0;
    this.peer = new TextDecoder().decode(content.subarray(1));
    this.#handshakeDone();
    if (version === PROTOCOL) {
      this.#state = 'open';
      this.#listener.greeted(this);
    } else {
      this.#state = 'mismatched';
      this.#theirs = version < PROTOCOL ? 'older' : 'newer';
      this.#listener.mismatched(this, this.#theirs, null);
    }
    this.#heartbeat.ping();
  }

  #compare(content: Uint8Array): void {
    const comparison = this.#heartbeat.readPong(content);
    if (comparison === null) return;
    if (this.isRelayed && comparison.roundTrip > relayed.roundTrip) return;
    this.#listener.compared(this, comparison);
  }
}

function helloOf(self: PeerId): Frame {
  return frame(kinds.hello, Uint8Array.of(PROTOCOL, ...new TextEncoder().encode(self)));
}

/** Keeps what y-webrtc would say off the channel, and what we say from its reader. */
function takeFromSimplePeer(channel: Channel): void {
  Object.defineProperty(channel, 'send', { value: () => undefined });
  Object.defineProperty(channel, 'onmessage', { get: () => null, set: () => undefined });
}
