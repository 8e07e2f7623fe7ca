import type * as Y from 'yjs';
import type { ByHand } from './by-hand.ts';

/** Names one open page on the link; a new one each time a page connects. */
export type PeerId = string;

/** How another screen is reached right now. */
export type Reach =
  | { readonly kind: 'direct' }
  /** A channel of our own that a TURN server carries: no direct way was found, or one of the two wants none. */
  | { readonly kind: 'turn' }
  /** No channel was possible, to it or to anybody who has one: encrypted messages through the rendezvous, slower. */
  | { readonly kind: 'relay' }
  /** No channel of our own to it; its changes come through `by`. */
  | { readonly kind: 'through'; readonly by: PeerId };

/** Another open page of this circle. Pages of this very browser (two tabs) are listed too. */
export interface Peer {
  readonly id: PeerId;
  readonly reach: Reach;
  /** What it last said about itself: unchecked JSON from a stranger, `null` until it has said anything. */
  readonly presence: unknown;
}

/**
 * How a rendezvous service answers. `refused`: it is there and does not take what we say. `needs-login`: it serves those
 * with an account only. `too-much`: it has asked us to say less, and we do.
 */
export type ServiceState =
  'trying' | 'reached' | 'unreachable' | 'refused' | 'needs-login' | 'too-much';

export interface ServiceStatus {
  /** As in `LinkSettings.rendezvous`. */
  readonly address: string;
  readonly state: ServiceState;
}

/** A page that cannot understand us. */
export interface Mismatch {
  /** Its version than ours. */
  readonly theirs: 'older' | 'newer';
  /** What it last said about itself: unchecked JSON from a stranger, `null` until it has said anything. */
  readonly presence: unknown;
}

export interface LinkStatus {
  /** `offline`: closed or no network. `searching`: nobody found so far. `connected`: at least one peer. */
  readonly state: 'offline' | 'searching' | 'connected';
  /** `reached`: a rendezvous service holds our socket open. `unreachable`: none does now. */
  readonly rendezvous: 'trying' | 'reached' | 'unreachable';
  /** The same for each service, in the order of the settings. */
  readonly services: readonly ServiceStatus[];
  /** A peer whose Askwell speaks another protocol version. */
  readonly mismatch: Mismatch | null;
  /** Addresses of TURN servers that do not take the name and password of the settings. */
  readonly turnRefused: readonly string[];
}

/** One comparison of our monotonic clock with a peer's circle time. */
export interface ClockSample {
  readonly peer: PeerId;
  /** The peer's circle time minus our `performance.now()`, ms, corrected by half the round trip. */
  readonly difference: number;
  /** How long the peer has held its circle time, ms. A newcomer follows those who have held it longer. */
  readonly heldFor: number;
  /** Round trip of this sample, ms. */
  readonly roundTrip: number;
}

export interface Whisper {
  readonly from: PeerId;
  readonly words: string;
}

/** The live connection of one circle to the other screens. The only thing that the board knows of sync. */
export interface Link {
  readonly self: PeerId;
  status(): LinkStatus;
  /** The others, in the order of their ids. */
  peers(): readonly Peer[];
  /** Says what all others shall know about this page. JSON, at most 4 KB; replaces what was said before. */
  setPresence(presence: object): void;
  /** Calls back after status, peers or presences changed. Returns its own undo. */
  onChange(changed: () => void): () => void;
  /** Calls back with each comparison of clocks (about every 2 s a peer). Returns its own undo. */
  onClockSample(heard: (sample: ClockSample) => void): () => void;
  /** Connects through codes that people carry. Rejects where its part of the page cannot be loaded. */
  byHand(): Promise<ByHand>;
  /**
   * Says something to one page alone, at most 4 KB: over a channel of our own to it, direct or by TURN. Never through
   * a third page, a rendezvous or the document. False where there is no such channel.
   */
  whisper(peer: PeerId, words: string): boolean;
  /** Calls back with what a page has said to this one alone: unchecked text from a stranger. Returns its own undo. */
  onWhisper(heard: (whisper: Whisper) => void): () => void;
  /** Looks for the others again at once: after sleep, a change of network, or a tap on "try again". */
  retry(): void;
  /** Says goodbye and frees every socket and channel. */
  close(): Promise<void>;
}

/** What a link must be given to find and understand the other members. Made by `deriveKeys`. */
export interface LinkKeys {
  /** Names the room at the rendezvous: says nothing about the secret. */
  readonly room: string;
  /** Encrypts signalling (y-webrtc's password). */
  readonly signalling: string;
  /** Seals the codes that people carry: 32 bytes, base64url. */
  readonly codes: string;
  /** Encrypts what goes through the rendezvous where there is no other way. */
  readonly relay: string;
}

export interface LinkSettings {
  /** Rendezvous services, `wss://…` or `ws://…` (y-webrtc's signalling protocol). */
  readonly rendezvous: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Connects through TURN alone, so that the other members do not learn this device's internet address. */
  readonly relayOnly: boolean;
  /** Our circle time now and how long we have held it, both in ms; answered to peers that compare clocks. */
  readonly clock: () => { now: number; heldFor: number };
  /**
   * Until then the others are found and nothing is exchanged, neither words nor times: the disk is still being read.
   * Never rejects. Without it all is ready.
   */
  readonly ready?: Promise<void>;
}

/** Opens the link of one circle. Loads y-webrtc on first use. Rejects only where there is no way at all. */
export type Connect = (doc: Y.Doc, keys: LinkKeys, settings: LinkSettings) => Promise<Link>;
