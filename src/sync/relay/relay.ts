import type { PeerId } from '../link.ts';
import type { Meeting } from '../meeting.ts';
import { encodePacket, HEAD, parsePacket, type Packet, type Word } from './packet.ts';
import { Pacer } from './pacer.ts';
import { RelayChannel } from './relay-channel.ts';
import { MOST_PAGES, ReplayWindow } from './replay-window.ts';
import { Roads } from './roads.ts';
import { ROOM, type Seal } from './seal.ts';

/** A rendezvous service, as far as the relay needs one. */
export type Carrier = Pick<Meeting, 'publish' | 'state' | 'subscribe'>;

export interface RelayParties {
  readonly self: PeerId;
  readonly carriers: readonly Carrier[];
  readonly seal: Seal;
  /** A channel is about to open, at our wish or another page's. */
  converse(channel: RelayChannel): void;
  /** A page asks who could reach the circle for it. */
  asked(by: PeerId): void;
}

/** A page that holds channels by relay with more pages than this is not heard. */
const MOST_CHANNELS = 8;

/**
 * Encrypted messages through the rendezvous, for pages that no other way connects: all of a circle meet in one topic,
 * and whom a message is for stands inside it. One page sends at most five in a second, each at most 16 KB.
 */
export class Relay {
  /** What has come in and was of no use, and what went out. */
  readonly counts = { sent: 0, characters: 0, heard: 0, foreign: 0, repeated: 0 };
  readonly #parties: RelayParties;
  readonly #channels = new Map<PeerId, RelayChannel>();
  /** The newest stream of each page: what belongs to an earlier one is not for a channel that is open now. */
  readonly #streams = new Map<PeerId, number>();
  readonly #window = new ReplayWindow();
  readonly #roads: Roads;
  readonly #pacer = new Pacer(() => this.#sendNext());
  readonly #first: { to: PeerId; word: Word }[] = [];
  #sequence = 0;
  #stream = 0;
  #inOrder: Promise<void> = Promise.resolve();
  #unsubscribe: (() => void)[] | null = null;

  constructor(parties: RelayParties) {
    this.#parties = parties;
    this.#roads = new Roads(parties.carriers);
  }

  get isListening(): boolean {
    return this.#unsubscribe !== null;
  }

  /** Whether somebody could hear us. */
  get isReached(): boolean {
    return this.#parties.carriers.some((carrier) => carrier.state() === 'reached');
  }

  get pages(): readonly PeerId[] {
    return [...this.#channels.keys()];
  }

  listen(): void {
    const { carriers, seal } = this.#parties;
    this.#unsubscribe ??= carriers.map((carrier) =>
      carrier.subscribe(seal.topic, (data) => this.#hear(data, carrier)),
    );
  }

  ask(): void {
    this.#say('', { kind: 'ask' });
  }

  /** Opens a channel to a page that listens, unless there is one. */
  open(peer: PeerId): RelayChannel {
    const known = this.#channels.get(peer);
    if (known !== undefined) return known;
    this.listen();
    this.#stream += 1;
    const channel = new RelayChannel(peer, this.#stream, () => this.#pacer.wake());
    this.#channels.set(peer, channel);
    channel.addEventListener('close', () => this.#closed(channel));
    this.#parties.converse(channel);
    channel.open();
    return channel;
  }

  /** Frees the channel to a page. */
  end(peer: PeerId): void {
    this.#channels.get(peer)?.close();
  }

  look(): void {
    for (const page of this.#roads.broken()) this.#channels.get(page)?.repeatNewest();
    for (const channel of [...this.#channels.values()]) channel.look();
  }

  /** Says goodbye in a moment in which nothing can be encrypted any more: the page is going away. */
  leave(): void {
    for (const [peer, channel] of [...this.#channels]) {
      if (channel.farewell !== null) this.#publish('', channel.farewell);
      this.#channels.delete(peer);
      channel.close();
    }
  }

  /** Leaves the topic; nothing is heard any more. */
  mute(): void {
    for (const undo of this.#unsubscribe ?? []) undo();
    this.#unsubscribe = null;
  }

  async close(): Promise<void> {
    for (const peer of this.pages) this.end(peer);
    this.#pacer.stop();
    this.mute();
    // The farewells do not wait for their turn: there are few, and the page may be about to go.
    for (const { to, word } of this.#first.splice(0)) await this.#send(to, word);
  }

  #say(to: PeerId, word: Word): void {
    this.#first.push({ to, word });
    this.#pacer.wake();
  }

  #closed(channel: RelayChannel): void {
    const { peer, stream, theirs } = channel;
    if (this.#channels.get(peer) !== channel) return;
    this.#channels.delete(peer);
    this.#roads.ended(peer);
    this.#say(peer, { kind: 'bye', stream, yours: theirs ?? 0 });
  }

  async #sendNext(): Promise<boolean> {
    const first = this.#first.shift();
    if (first !== undefined) return this.#send(first.to, first.word);
    for (const [peer, channel] of this.#channels) {
      const word = channel.next(ROOM - HEAD);
      if (word === null) continue;
      // To the end of the row: the others come first next time.
      this.#channels.delete(peer);
      this.#channels.set(peer, channel);
      return this.#send(peer, word);
    }
    return false;
  }

  async #send(to: PeerId, word: Word): Promise<true> {
    this.#publish(to, await this.#seal(to, word));
    return true;
  }

  #seal(to: PeerId, word: Word): Promise<string> {
    const { self: from, seal } = this.#parties;
    this.#sequence += 1;
    return seal.close(encodePacket({ from, to, sequence: this.#sequence, word }));
  }

  #publish(to: PeerId, sealed: string): void {
    const { topic } = this.#parties.seal;
    for (const carrier of this.#roads.to(to)) carrier.publish(topic, sealed);
    this.counts.sent += 1;
    this.counts.characters += sealed.length;
  }

  async #prepareFarewell(channel: RelayChannel, theirs: number): Promise<void> {
    const { peer, stream } = channel;
    channel.farewell = await this.#seal(peer, { kind: 'bye', stream, yours: theirs });
  }

  #hear(data: string, by: Carrier): void {
    this.counts.heard += 1;
    const opened = this.#parties.seal.open(data);
    this.#inOrder = this.#inOrder.then(async () => {
      const bytes = await opened;
      const packet = bytes && parsePacket(bytes);
      if (packet === null) this.counts.foreign += 1;
      else this.#read(packet, by);
    });
  }

  #read({ from, to, sequence, word }: Packet, by: Carrier): void {
    const { self, asked } = this.#parties;
    if (from === self || (to !== '' && to !== self) || !this.isListening) return;
    // A farewell may be old, as it is prepared beforehand. It ends one channel only, which no repetition brings back.
    if (word.kind !== 'bye' && !this.#window.isNew(from, sequence)) {
      this.counts.repeated += 1;
      return;
    }
    if (word.kind !== 'bye') this.#roads.heard(from, by);
    if (word.kind === 'ask') return asked(from);
    if (to === '') return;
    const channel = this.#channels.get(from);
    if (word.kind === 'again') {
      this.#roads.doubt(from);
      if (channel?.stream === word.stream) channel.repeat(word.missing);
    } else if (word.kind === 'bye') {
      if (channel?.theirs !== word.stream && channel?.stream !== word.yours) return;
      // Gone already, so it needs no farewell.
      this.#channels.delete(from);
      this.#roads.ended(from);
      channel.close();
    } else {
      this.#channelOf(from, word.stream)?.take(word.index, word.pieces);
    }
  }

  /** The channel that a stream of theirs belongs to: a new one where it begins. */
  #channelOf(from: PeerId, stream: number): RelayChannel | null {
    const newest = this.#streams.get(from) ?? 0;
    const channel = this.#channels.get(from);
    if (channel?.theirs === stream) return channel;
    if (stream <= newest) return null;
    if (channel !== undefined && channel.theirs !== null) this.end(from);
    if (!this.#channels.has(from) && this.#channels.size >= MOST_CHANNELS) return null;
    const [oldest] = this.#streams.keys();
    if (this.#streams.size >= MOST_PAGES && oldest !== undefined) this.#streams.delete(oldest);
    this.#streams.set(from, stream);
    const opened = this.open(from);
    opened.theirs = stream;
    this.#prepareFarewell(opened, stream).catch((error: unknown) => {
      console.info('no farewell is ready', error);
    });
    return opened;
  }
}
