import type * as Y from 'yjs';
import type { ByHand } from './by-hand.ts';
import { Conversation } from './conversation.ts';
import { linkParts, type LinkParts } from './link-parts.ts';
import type {
  ClockSample,
  Link,
  LinkKeys,
  LinkSettings,
  LinkStatus,
  Peer,
  PeerId,
  Whisper,
} from './link.ts';
import { onLeave, onNetworkChange, onWake } from './page-life.ts';
import { Presences } from './presences.ts';
import { summaryOf } from './rendezvous.ts';
import { spreadChanges } from './room-broadcasts.ts';
import { takeRoom } from './room-turns.ts';
import { admitSignals } from './signalling-guard.ts';
import { TabLifeline } from './tab-lifeline.ts';
import { openRoom } from './webrtc-provider.ts';

const LOOK_EVERY = 500;
const COMPARE_EVERY = 10_000;
/** Looks after which a page that is still there has not been left, though it was about to be. */
const STAYS_AFTER = 5;

/** Opens the link of one circle; waits while this page still has another one to the same room. */
export async function openLink(doc: Y.Doc, keys: LinkKeys, settings: LinkSettings): Promise<Link> {
  const release = await takeRoom(keys.room);
  const presences = new Presences(doc);
  let parts: LinkParts | null = null;
  const opened = await openRoom(doc, presences.awareness, keys, settings, (channel, connection) => {
    if (parts === null) return;
    parts.refusedTurn.watch(connection);
    // It listens by itself from now on.
    new Conversation(channel, connection, parts.talk);
  });
  parts = linkParts(doc, keys, settings, presences, opened);
  return new WebrtcLink(parts, release);
}

/** The link as a page sees it, kept going until the page leaves. */
class WebrtcLink implements Link {
  readonly self: PeerId;
  readonly #parts: LinkParts;
  readonly #release: () => void;
  readonly #lifeline: TabLifeline;
  readonly #undo: (() => void)[] = [];
  /** Kept aside for the back button: timers may run on for a moment, and must not bring the page back into the room. */
  #hasLeft = false;
  #looksOutside = 0;
  #tabs = '';
  #services: LinkStatus['services'];
  #closing: Promise<void> | null = null;

  constructor(parts: LinkParts, release: () => void) {
    const { self, opened, presences, mesh, found, handshakes, talk, codes, changed } = parts;
    const { room, provider, rendezvous } = opened;
    this.self = self;
    this.#parts = parts;
    this.#release = release;
    this.#services = rendezvous.services();
    this.#lifeline = new TabLifeline(self, (tab) => this.#tabGone(tab));
    spreadChanges(room, presences, mesh);

    const onTabs = () => this.#tabsChanged();
    const onPresence = () => talk.findReach();
    const onNetworkLost = () => changed.tell();
    provider.on('peers', onTabs);
    presences.awareness.on('change', onPresence);
    window.addEventListener('offline', onNetworkLost);
    this.#undo.push(
      admitSignals(room, (signal, coming) => {
        if (!found.isReached(signal.from)) found.sightings.heardOf(signal.from);
        return handshakes.admit(signal, coming);
      }),
      rendezvous.keepSilentOutside(room),
      onWake(() => this.retry()),
      onNetworkChange(() => rendezvous.look(true)),
      onLeave(() => this.#leaveRoom()),
      every(LOOK_EVERY, () => this.#look()),
      every(COMPARE_EVERY * (0.8 + Math.random() * 0.4), () => this.#compareDocuments()),
      () => provider.off('peers', onTabs),
      () => presences.awareness.off('change', onPresence),
      () => window.removeEventListener('offline', onNetworkLost),
      () => codes.cancel(),
    );
    presences.publish({ page: self });
  }

  status(): LinkStatus {
    const services = this.#services;
    return {
      state: this.#state(),
      rendezvous: summaryOf(services),
      services,
      mismatch: this.#parts.found.mismatch,
      turnRefused: this.#parts.refusedTurn.addresses,
    };
  }

  peers(): readonly Peer[] {
    return this.#parts.found.peers();
  }

  setPresence(presence: object): void {
    if (this.#closing !== null) return;
    this.#parts.presences.say(presence);
    this.#parts.talk.introduce();
  }

  onChange(changed: () => void): () => void {
    return this.#parts.changed.add(changed);
  }

  onClockSample(heard: (sample: ClockSample) => void): () => void {
    return this.#parts.talk.clockSamples.add(heard);
  }

  whisper(peer: PeerId, words: string): boolean {
    return this.#parts.mesh.conversationWith(peer)?.whisper(words) ?? false;
  }

  onWhisper(heard: (whisper: Whisper) => void): () => void {
    return this.#parts.talk.whispers.add(heard);
  }

  retry(): void {
    if (this.#closing !== null) return;
    this.#hasLeft = false;
    this.#rejoinAfterUnloadWasCancelled();
    this.#parts.handshakes.startAfresh();
    this.#parts.lastResort.startAfresh();
    for (const conversation of this.#parts.mesh.conversations) conversation.probe();
    this.#parts.opened.rendezvous.retry();
    this.#parts.changed.tell();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    this.#parts.talk.end();
    return this.#closing;
  }

  byHand(): Promise<ByHand> {
    return this.#parts.codes.byHand();
  }

  #state(): LinkStatus['state'] {
    if (this.#closing !== null) return 'offline';
    if (this.peers().length > 0) return 'connected';
    return navigator.onLine ? 'searching' : 'offline';
  }

  #look(): void {
    const { opened, found, lastResort, changed } = this.#parts;
    // Whoever rejoins at once and is gone a moment later leaves a handshake behind that blocks the next one.
    this.#looksOutside = opened.room.bcconnected ? 0 : this.#looksOutside + 1;
    if (this.#looksOutside >= STAYS_AFTER) this.#rejoinAfterUnloadWasCancelled();
    const silent = found.conversations.filter((conversation) => conversation.checkPulse());
    opened.rendezvous.look(silent.length > 0);
    this.#lifeline.look(opened.room.bcConns);
    lastResort.look();
    const before = this.#services;
    this.#services = opened.rendezvous.services();
    if (this.#services.some(({ state }, at) => state !== before[at]?.state)) changed.tell();
  }

  #compareDocuments(): void {
    this.#parts.talk.compareDocuments();
    if (!this.#parts.found.isWhole) this.#parts.opened.rendezvous.announce();
  }

  #tabsChanged(): void {
    const tabs = [...this.#parts.opened.room.bcConns];
    if (tabs.join() !== this.#tabs) this.#parts.talk.connectionsChanged();
    this.#tabs = tabs.join();
  }

  #tabGone(tab: PeerId): void {
    if (this.#parts.opened.room.bcConns.delete(tab)) this.#parts.talk.connectionsChanged();
  }

  /** Phones leave without the `beforeunload` at which y-webrtc says goodbye. */
  #leaveRoom(): void {
    this.#hasLeft = true;
    this.#parts.mesh.flush();
    this.#parts.lastResort.leave();
    if (this.#parts.opened.room.bcconnected) this.#parts.opened.room.disconnect();
    this.#parts.opened.rendezvous.leave();
  }

  /** y-webrtc leaves at `beforeunload`, which also comes when nothing is left in the end. */
  #rejoinAfterUnloadWasCancelled(): void {
    const { room } = this.#parts.opened;
    if (this.#closing !== null || this.#hasLeft || room.bcconnected) return;
    room.connect();
    this.#parts.opened.rendezvous.announce();
    this.#parts.presences.publish();
  }

  async #close(): Promise<void> {
    this.#parts.mesh.flush();
    for (const undo of this.#undo) undo();
    this.#parts.handshakes.close();
    await this.#parts.lastResort.close();
    const { provider, signals } = this.#parts.opened;
    // destroy() alone leaves the socket to the rendezvous open for ever.
    provider.disconnect();
    provider.destroy();
    await provider.key;
    signals.close();
    this.#lifeline.release();
    this.#parts.presences.awareness.destroy();
    this.#parts.talk.clockSamples.clear();
    this.#parts.talk.whispers.clear();
    this.#parts.found.clear();
    this.#parts.changed.tell();
    this.#release();
  }
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  return () => clearInterval(timer);
}
