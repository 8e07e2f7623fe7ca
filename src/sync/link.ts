import type * as Y from 'yjs';

/** Names one open page on the link; a new one each time a page connects. */
export type PeerId = string;

/** How another screen is reached right now. */
export type Reach =
  | { readonly kind: 'direct' }
  /** A channel of our own that a TURN server carries: no direct way was found, or the person wants none. */
  | { readonly kind: 'turn' }
  /** No channel: encrypted messages through a rendezvous service, slower. */
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

export interface LinkStatus {
  /** `offline`: closed or no network. `searching`: nobody found so far. `connected`: at least one peer. */
  readonly state: 'offline' | 'searching' | 'connected';
  /** `reached`: a rendezvous service holds our socket open. `unreachable`: none does now. */
  readonly rendezvous: 'trying' | 'reached' | 'unreachable';
  /** Each rendezvous service with what it does now. */
  readonly services: readonly ServiceStatus[];
  /** A peer whose Askwell speaks another protocol version: 'older' or 'newer' than ours. */
  readonly mismatch: 'older' | 'newer' | null;
}

/** How one rendezvous service is doing. */
export interface ServiceStatus {
  /** Its address as configured, `wss://…` or `nostr+wss://…`. */
  readonly address: string;
  /**
   * `refused`: it took the connection but rejects what we say. `needs-login`: it serves known users only.
   * `too-much`: it asks us to slow down. All three mean that others cannot find us through it now.
   */
  readonly state: 'trying' | 'reached' | 'unreachable' | 'refused' | 'needs-login' | 'too-much';
}

/** Why a hand-carried code cannot be used. */
export type CodeFault =
  /** No code at all, or with a part missing or changed. */
  | 'unreadable'
  /** Made for another circle. */
  | 'other-circle'
  /** An answer where an invitation is wanted, or the reverse. */
  | 'wrong-kind'
  /** Its connection is no longer waiting: too old, used, or the page was reloaded. */
  | 'expired'
  /** Written by a newer Askwell. */
  | 'newer'
  /** No way between the two networks was found. */
  | 'no-way';

/** A hand-carried code that cannot be used. */
export class CodeProblem extends Error {
  readonly fault: CodeFault;

  constructor(fault: CodeFault) {
    super(`this code cannot be used: ${fault}`);
    this.name = 'CodeProblem';
    this.fault = fault;
  }
}

/** Connects two pages without any service: people carry two codes through their call's chat or as QR codes. */
export interface HandCarried {
  /** Makes the first code (at most 250 characters), to be given to the other person. Keeps its connection waiting. */
  invite(): Promise<string>;
  /** Takes the first code and makes the answer, to be given back. Rejects with `CodeProblem`. */
  answer(code: string): Promise<string>;
  /** Takes the answer; resolves once the channel is open. Rejects with `CodeProblem`. */
  finish(code: string): Promise<void>;
  /** Lets go of a connection that waits. */
  cancel(): void;
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
  readonly byHand: HandCarried;
  /**
   * Says something to one page alone, over our own channel to it, never through a third page or a service.
   * JSON, at most 4 KB. False when there is no such channel; true does not mean that it was heard.
   */
  whisper(peer: PeerId, words: object): boolean;
  /** Calls back with what a page has whispered to this one: unchecked JSON. Returns its own undo. */
  onWhisper(heard: (from: PeerId, words: unknown) => void): () => void;
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
  /** Encrypts what goes through a rendezvous where no channel can be had: 32 bytes, base64url. */
  readonly relay: string;
}

export interface LinkSettings {
  /** Rendezvous services: `wss://…`, `ws://…` (y-webrtc's signalling protocol), `nostr+wss://…`, `nostr+ws://…`. */
  readonly rendezvous: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Connects through TURN only, so that other members do not learn this device's address. */
  readonly relayOnly: boolean;
  /** Our circle time now and how long we have held it, both in ms; answered to peers that compare clocks. */
  readonly clock: () => { now: number; heldFor: number };
}

/** Opens the link of one circle. Loads y-webrtc on first use. Rejects only where WebRTC is missing. */
export type Connect = (doc: Y.Doc, keys: LinkKeys, settings: LinkSettings) => Promise<Link>;
