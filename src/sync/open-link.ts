import * as Y from 'yjs';
import type { ByHand } from './by-hand.ts';
import { Conversation, type Listener } from './conversation.ts';
import { takesOffer } from './crossing-offers.ts';
import { askForMissing, sendMissing } from './document-exchange.ts';
import { framesOf } from './frames.ts';
import type { WatchHandshake } from './half-open-watchdog.ts';
import { HandshakeRetries } from './handshake-retries.ts';
import type { Comparison } from './heartbeat.ts';
import { LastResort } from './last-resort.ts';
import { hasWebRtc } from './link-impossible.ts';
import type {
  ClockSample,
  Link,
  LinkKeys,
  LinkSettings,
  LinkStatus,
  Peer,
  PeerId,
  Reach,
  Whisper,
} from './link.ts';
import { Introductions } from './introductions.ts';
import { Listeners } from './listeners.ts';
import { Mesh } from './mesh.ts';
import { presencesOf, readMessage } from './messages.ts';
import { onLeave, onNetworkChange, onWake } from './page-life.ts';
import { Presences } from './presences.ts';
import { reachOf } from './reach.ts';
import type { RelayedLink } from './relay/relaying.ts';
import { summaryOf } from './rendezvous.ts';
import { spreadChanges } from './room-broadcasts.ts';
import { takeRoom } from './room-turns.ts';
import type { Signal } from './signal.ts';
import { admitSignals, type Coming } from './signalling-guard.ts';
import { TabLifeline } from './tab-lifeline.ts';
import { openRoom, type OpenRoom } from './webrtc-provider.ts';

const LOOK_EVERY = 500;
const COMPARE_EVERY = 10_000;

/** Opens the link of one circle; waits while this page still has another one to the same room. */
export async function openLink(doc: Y.Doc, keys: LinkKeys, settings: LinkSettings): Promise<Link> {
  const release = await takeRoom(keys.room);
  const presences = new Presences(doc);
  let link: WebrtcLink | null = null;
  const opened = await openRoom(doc, presences.awareness, keys, settings, (channel, connection) => {
    if (link !== null) link.converse(channel, connection);
  });
  link = new WebrtcLink(doc, keys, settings, presences, opened, release);
  return link;
}

class WebrtcLink implements Link, Listener {
  readonly self: PeerId;
  readonly clock: LinkSettings['clock'];
  readonly #doc: Y.Doc;
  readonly #keys: LinkKeys;
  readonly #presences: Presences;
  readonly #opened: OpenRoom;
  readonly #release: () => void;
  readonly #mesh: Mesh;
  readonly #introductions: Introductions;
  readonly #lifeline: TabLifeline;
  readonly #lastResort: LastResort;
  readonly #retries = new HandshakeRetries();
  readonly #mismatched = new Map<Conversation, 'older' | 'newer'>();
  readonly #changed = new Listeners<void>();
  readonly #compared = new Listeners<ClockSample>();
  readonly #whispered = new Listeners<Whisper>();
  readonly #undo: (() => void)[] = [];
  #tabs = '';
  #reach = new Map<PeerId, Reach>();
  #services: LinkStatus['services'];
  #isTold = true;
  #timesCompared = 0;
  #closing: Promise<void> | null = null;
  #byHand: Promise<ByHand> | null = null;

  constructor(
    doc: Y.Doc,
    keys: LinkKeys,
    settings: LinkSettings,
    presences: Presences,
    opened: OpenRoom,
    release: () => void,
  ) {
    const { room, provider } = opened;
    this.self = room.peerId;
    this.clock = settings.clock;
    this.#doc = doc;
    this.#keys = keys;
    this.#presences = presences;
    this.#opened = opened;
    this.#services = opened.rendezvous.services();
    this.#release = release;
    this.#mesh = new Mesh(this.self, presences, { ids: room.bcConns, origin: room });
    opened.signals.use(this.#mesh);
    this.#introductions = new Introductions(
      () => opened.rendezvous.announceThroughMembers(),
      (page) => room.webrtcConns.has(page),
      (page) => this.#giveUp(page),
    );
    this.#lifeline = new TabLifeline(this.self, (tab) => this.#tabGone(tab));
    this.#lastResort = new LastResort(this.#relayed(), keys.relay, opened.rendezvous.meetings);
    spreadChanges(room, presences, this.#mesh);

    const onTabs = () => this.#tabsChanged();
    const onPresence = () => this.#findReach();
    const onNetworkLost = () => this.#tell();
    provider.on('peers', onTabs);
    presences.awareness.on('change', onPresence);
    window.addEventListener('offline', onNetworkLost);
    this.#undo.push(
      admitSignals(room, (signal, coming) => this.#admit(signal, coming)),
      onWake(() => this.retry()),
      onNetworkChange(() => opened.rendezvous.look(true)),
      onLeave(() => this.#leaveRoom()),
      every(LOOK_EVERY, () => this.#look()),
      every(COMPARE_EVERY * (0.8 + Math.random() * 0.4), () => this.#compareDocuments()),
      () => provider.off('peers', onTabs),
      () => presences.awareness.off('change', onPresence),
      () => window.removeEventListener('offline', onNetworkLost),
    );
    this.#presences.publish({ page: this.self });
  }

  status(): LinkStatus {
    const [mismatch = null] = this.#mismatched.values();
    const services = this.#services;
    return { state: this.#state(), rendezvous: summaryOf(services), services, mismatch };
  }

  peers(): readonly Peer[] {
    return [...this.#reach]
      .filter(([id]) => this.#mesh.has(id) || this.#presences.has(id))
      .map(([id, reach]) => ({
        id,
        reach: this.#mesh.reachOf(id) ?? reach,
        presence: this.#presences.of(id),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  setPresence(presence: object): void {
    if (this.#closing === null) this.#presences.say(presence);
  }

  onChange(changed: () => void): () => void {
    return this.#changed.add(changed);
  }

  onClockSample(heard: (sample: ClockSample) => void): () => void {
    return this.#compared.add(heard);
  }

  whisper(peer: PeerId, words: string): boolean {
    return this.#mesh.conversationWith(peer)?.whisper(words) ?? false;
  }

  onWhisper(heard: (whisper: Whisper) => void): () => void {
    return this.#whispered.add(heard);
  }

  retry(): void {
    if (this.#closing !== null) return;
    this.#rejoinAfterUnloadWasCancelled();
    this.#retries.startAfresh();
    this.#lastResort.startAfresh();
    for (const conversation of this.#mesh.conversations) conversation.probe();
    this.#opened.rendezvous.retry();
    this.#tell();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Begins to listen on a channel that y-webrtc is about to open. */
  converse(
    channel: RTCDataChannel,
    connection: RTCPeerConnection,
    watch?: WatchHandshake,
  ): Conversation {
    return new Conversation(channel, connection, this, watch);
  }

  byHand(): Promise<ByHand> {
    this.#byHand ??= this.#loadByHand().catch((error: unknown) => {
      this.#byHand = null;
      throw error;
    });
    return this.#byHand;
  }

  async #loadByHand(): Promise<ByHand> {
    const { handCarried } = await import('./codes/hand-carried.ts');
    const byHand = await handCarried({
      room: this.#opened.room,
      key: this.#keys.codes,
      converse: (...heard) => this.converse(...heard),
      // By a relay is slower: then a code may still find a better way.
      isConnected: (page) => this.#mesh.has(page) && !this.#mesh.relayed().includes(page),
      onChange: (changed) => this.onChange(changed),
    });
    this.#undo.push(() => byHand.cancel());
    return byHand;
  }

  greeted(conversation: Conversation): void {
    if (!this.#mesh.add(conversation)) return conversation.end();
    if (!conversation.isRelayed) this.#retries.succeeded(conversation.peer);
    this.#connectionsChanged();
    conversation.send(framesOf(presencesOf(this.#presences.encode())));
    askForMissing(this.#doc, conversation);
    this.#findWay(conversation);
  }

  mismatched(conversation: Conversation, theirs: 'older' | 'newer'): void {
    this.#mismatched.set(conversation, theirs);
    this.#tell();
  }

  ended(conversation: Conversation): void {
    if (this.#mismatched.delete(conversation)) this.#tell();
    if (!this.#mesh.remove(conversation)) return;
    this.#introductions.lostCarrier();
    this.#connectionsChanged();
  }

  heard(conversation: Conversation, bytes: Uint8Array): void {
    const message = readMessage(bytes);
    if (message?.kind === 'ask') sendMissing(this.#doc, conversation, message.vector);
    if (message?.kind === 'changes') Y.applyUpdate(this.#doc, message.update, conversation);
    if (message?.kind === 'presences') this.#presences.take(message.update, conversation);
  }

  signalled(conversation: Conversation, signal: Uint8Array): void {
    this.#opened.signals.take(conversation, signal);
  }

  compared({ peer }: Conversation, comparison: Comparison): void {
    this.#compared.tell({ peer, ...comparison });
  }

  whispered({ peer }: Conversation, words: string): void {
    this.#whispered.tell({ from: peer, words });
  }

  #state(): LinkStatus['state'] {
    if (this.#closing !== null) return 'offline';
    if (this.peers().length > 0) return 'connected';
    return navigator.onLine ? 'searching' : 'offline';
  }

  #look(): void {
    this.#rejoinAfterUnloadWasCancelled();
    const all = [...this.#mesh.conversations, ...this.#mismatched.keys()];
    const silent = all.filter((conversation) => conversation.checkPulse());
    this.#opened.rendezvous.look(silent.length > 0);
    this.#lifeline.look(this.#opened.room.bcConns);
    this.#lastResort.look();
    const before = this.#services;
    this.#services = this.#opened.rendezvous.services();
    if (this.#services.some(({ state }, at) => state !== before[at]?.state)) this.#tell();
  }

  #compareDocuments(): void {
    this.#timesCompared += 1;
    for (const conversation of this.#mesh.conversations) {
      // A state vector may grow to some KB; changes by relay come in order and are not lost.
      if (conversation.isRelayed && this.#timesCompared % 3 !== 0) continue;
      askForMissing(this.#doc, conversation);
      this.#findWay(conversation);
    }
    const isWhole =
      this.#reach.size > 0 && [...this.#reach.values()].every(({ kind }) => kind === 'direct');
    if (!isWhole || this.#mesh.relayed().length > 0) this.#opened.rendezvous.announce();
  }

  #findWay(conversation: Conversation): void {
    conversation.findWay().then(
      (isNew) => isNew && this.#tell(),
      (error: unknown) => console.info('the way of a channel is not known', error),
    );
  }

  #connectionsChanged(): void {
    const [near, slow] = [this.#mesh.direct(), this.#mesh.relayed()];
    if (this.#closing === null) this.#presences.publish({ near, slow });
    this.#findReach();
  }

  #tabsChanged(): void {
    const tabs = [...this.#opened.room.bcConns];
    if (tabs.join() !== this.#tabs) this.#connectionsChanged();
    this.#tabs = tabs.join();
  }

  /** Who could be reached and no longer can is gone, and is not shown for another half minute. */
  #findReach(): void {
    const before = this.#reach;
    this.#reach = reachOf(this.self, this.#mesh.direct(), this.#presences.near);
    const gone = [...before.keys()].filter((page) => !this.#reach.has(page));
    // Who needed a relay, here or there, may be there still and need another one.
    for (const page of gone) {
      if ((this.#presences.slow(page)?.size ?? 0) > 0) this.#lastResort.sightings.lost(page);
    }
    if (gone.length > 0) this.#presences.forget(gone);
    this.#introductions.see(this.#reach);
    this.#tell();
  }

  /** Whether y-webrtc may hear this signal; on its own it would begin a new handshake with each announcement. */
  #admit({ from, kind }: Signal, { begins, throughMembers }: Coming): boolean {
    if (!this.#isReached(from)) this.#lastResort.sightings.heardOf(from);
    if (!hasWebRtc()) return false;
    const ours = this.#opened.room.webrtcConns.get(from);
    if (ours && kind === 'offer') return takesOffer(this.self, from, ours);
    if (begins && kind === 'offer') this.#retries.tried(from);
    if (begins && kind === 'announce' && !this.#retries.mayTry(from)) return false;
    if (begins) this.#introductions.begins(from, throughMembers);
    return true;
  }

  #giveUp(page: PeerId): void {
    const connection = this.#opened.room.webrtcConns.get(page);
    if (connection?.connected === false) connection.destroy();
  }

  /** A page of another version is found, even though nothing can be said to it. */
  #isReached(page: PeerId): boolean {
    return this.#reach.has(page) || [...this.#mismatched.keys()].some(({ peer }) => peer === page);
  }

  #relayed(): RelayedLink {
    return {
      self: this.self,
      known: () => ({
        self: this.self,
        direct: this.#mesh.direct(),
        slow: this.#mesh.relayed(),
        nearOf: this.#presences.near,
        slowOf: this.#presences.slow,
      }),
      hasChannel: () => this.#mesh.hasChannel,
      isReached: (page) => this.#isReached(page),
      converse: (channel) => new Conversation(channel, null, this),
    };
  }

  #tabGone(tab: PeerId): void {
    if (this.#opened.room.bcConns.delete(tab)) this.#connectionsChanged();
  }

  /** Phones leave without the `beforeunload` at which y-webrtc says goodbye. */
  #leaveRoom(): void {
    this.#mesh.flush();
    this.#lastResort.leave();
    if (this.#opened.room.bcconnected) this.#opened.room.disconnect();
  }

  /** y-webrtc leaves at `beforeunload`, which also comes when nothing is left in the end. */
  #rejoinAfterUnloadWasCancelled(): void {
    const { room } = this.#opened;
    if (this.#closing !== null || room.bcconnected) return;
    room.connect();
    this.#presences.publish();
  }

  /** Tells once for all that changed within one step of the page. */
  #tell(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    queueMicrotask(() => {
      this.#isTold = true;
      this.#changed.tell();
    });
  }

  async #close(): Promise<void> {
    this.#mesh.flush();
    for (const undo of this.#undo) undo();
    this.#introductions.close();
    await this.#lastResort.close();
    const { provider, signals } = this.#opened;
    // destroy() alone leaves the socket to the rendezvous open for ever.
    provider.disconnect();
    provider.destroy();
    await provider.key;
    signals.close();
    this.#lifeline.release();
    this.#presences.awareness.destroy();
    this.#compared.clear();
    this.#whispered.clear();
    this.#reach.clear();
    this.#tell();
    this.#release();
  }
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  return () => clearInterval(timer);
}
