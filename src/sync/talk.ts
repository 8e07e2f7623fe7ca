import * as Y from 'yjs';
import type { Conversation, Listener } from './conversation.ts';
import { askForMissing, sendMissing } from './document-exchange.ts';
import type { FoundPages } from './found-pages.ts';
import { framesOf } from './frames.ts';
import type { Handshakes } from './handshakes.ts';
import type { Comparison } from './heartbeat.ts';
import type { ClockSample, LinkSettings, Mismatch, PeerId, Whisper } from './link.ts';
import { Listeners } from './listeners.ts';
import type { MeshSignals } from './mesh-signals.ts';
import type { Mesh } from './mesh.ts';
import { presencesOf, readMessage } from './messages.ts';
import type { Presences } from './presences.ts';
import type { ToldTogether } from './told-together.ts';

/** What comes of the words on our channels, and who learns of it. */
export interface TalkParts {
  readonly self: PeerId;
  readonly clock: LinkSettings['clock'];
  readonly ready: LinkSettings['ready'];
  readonly doc: Y.Doc;
  readonly mesh: Mesh;
  readonly presences: Presences;
  readonly found: FoundPages;
  readonly handshakes: Handshakes;
  readonly signals: MeshSignals;
  readonly changed: ToldTogether;
}

/** What is said on our channels: to whom we listen, and what we do with it. */
export class Talk implements Listener {
  readonly self: PeerId;
  readonly clock: LinkSettings['clock'];
  readonly clockSamples = new Listeners<ClockSample>();
  readonly whispers = new Listeners<Whisper>();
  readonly #parts: TalkParts;
  #ready: Promise<void> | null;
  #timesCompared = 0;
  #isOver = false;

  constructor(parts: TalkParts) {
    this.self = parts.self;
    this.clock = parts.clock;
    this.#ready = parts.ready ?? null;
    this.#parts = parts;
  }

  whenReady(act: () => void): void {
    if (this.#ready === null) return act();
    this.#ready
      .then(() => {
        this.#ready = null;
        act();
      })
      .catch((error: unknown) => console.error(error));
  }

  greeted(conversation: Conversation): void {
    const { mesh, handshakes, presences, doc } = this.#parts;
    if (!mesh.add(conversation)) return conversation.end();
    if (!conversation.isRelayed) handshakes.succeeded(conversation.peer);
    this.connectionsChanged();
    conversation.send(framesOf(presencesOf(presences.encode())));
    askForMissing(doc, conversation);
    this.#findWay(conversation);
  }

  mismatched(conversation: Conversation, theirs: Mismatch['theirs'], presence: unknown): void {
    const { found, presences, changed } = this.#parts;
    found.addMismatched(conversation, theirs, presence);
    if (presence === null) conversation.introduce(presences.mine);
    changed.tell();
  }

  /** Says to pages of another version whose page this is. */
  introduce(): void {
    const { found, presences } = this.#parts;
    for (const conversation of found.mismatched) conversation.introduce(presences.mine);
  }

  ended(conversation: Conversation): void {
    const { mesh, found, handshakes, changed } = this.#parts;
    if (found.removeMismatched(conversation)) changed.tell();
    if (!mesh.remove(conversation)) return;
    handshakes.lostCarrier();
    this.connectionsChanged();
  }

  heard(conversation: Conversation, bytes: Uint8Array): void {
    const { doc, presences } = this.#parts;
    const message = readMessage(bytes);
    if (message?.kind === 'ask') sendMissing(doc, conversation, message.vector);
    if (message?.kind === 'changes') Y.applyUpdate(doc, message.update, conversation);
    if (message?.kind === 'presences') presences.take(message.update, conversation);
  }

  signalled(conversation: Conversation, signal: Uint8Array): void {
    this.#parts.signals.take(conversation, signal);
  }

  compared({ peer }: Conversation, comparison: Comparison): void {
    this.clockSamples.tell({ peer, ...comparison });
  }

  whispered({ peer }: Conversation, words: string): void {
    this.whispers.tell({ from: peer, words });
  }

  /** Says to whom we are connected now, and looks who can be reached that way. */
  connectionsChanged(): void {
    const { mesh, presences } = this.#parts;
    const [near, slow] = [mesh.direct(), mesh.relayed()];
    if (!this.#isOver) presences.publish({ near, slow });
    this.findReach();
  }

  findReach(): void {
    const { found, handshakes, changed } = this.#parts;
    found.look();
    handshakes.see(found.reach);
    changed.tell();
  }

  /** Asks everyone for what we may lack: a message may have been lost on its way. */
  compareDocuments(): void {
    const { mesh, doc } = this.#parts;
    this.#timesCompared += 1;
    for (const conversation of mesh.conversations) {
      // A state vector may grow to some KB; changes by relay come in order and are not lost.
      if (conversation.isRelayed && this.#timesCompared % 3 !== 0) continue;
      askForMissing(doc, conversation);
      this.#findWay(conversation);
    }
  }

  /** The link closes: what its channels still tell is not said to others any more. */
  end(): void {
    this.#isOver = true;
  }

  #findWay(conversation: Conversation): void {
    conversation.findWay().then(
      (isNew) => isNew && this.#parts.changed.tell(),
      (error: unknown) => console.info('the way of a channel is not known', error),
    );
  }
}
