import { WebrtcProvider } from 'y-webrtc?plain';
import * as Y from 'yjs';
import type { ClockSample, Link } from '../../../src/sync/link.ts';
import { connect } from '../../../src/sync/webrtc-link.ts';
import * as measure from './measure.ts';

/** Which circle a test page opens, and where it meets the others. */
export interface Meeting {
  readonly room: string;
  readonly rendezvous: string | readonly string[];
  /** The key of signalling, where the room is a real circle's. */
  readonly signalling?: string;
  readonly relay?: string;
  readonly iceServers?: RTCIceServer[];
  readonly relayOnly?: boolean;
  /** How wrong this page's circle time is, ms. */
  readonly clockOff?: number;
}

/** A page that has nothing but a document and a link: ours, or y-webrtc as it comes. */
class LinkPage {
  readonly doc = new Y.Doc();
  readonly samples: ClockSample[] = [];
  /** What was said to this page alone. */
  readonly whispers: string[] = [];
  link: Link | null = null;
  plain: WebrtcProvider | null = null;

  async join(meeting: Meeting, name: string): Promise<void> {
    const {
      room,
      rendezvous,
      signalling = `key of ${room}`,
      relay = btoa(room),
      clockOff = 0,
    } = meeting;
    const { iceServers = [], relayOnly = false } = meeting;
    const keys = { room, signalling, codes: 'c'.repeat(43), relay };
    const clock = () => ({
      now: performance.timeOrigin + performance.now() + clockOff,
      heldFor: 1,
    });
    const settings = {
      rendezvous: [rendezvous].flat().filter((address) => address !== ''),
      iceServers,
      relayOnly,
      clock,
    };
    this.link = await connect(this.doc, keys, settings);
    this.link.onClockSample((sample) => this.samples.push(sample));
    this.link.onWhisper(({ words }) => this.whispers.push(words));
    this.link.setPresence({ name });
  }

  /** Says something to one page alone; says whether there was a channel for it. */
  whisperTo(name: string, words: string): boolean {
    const { link } = this;
    const to = link?.peers().find(({ presence }) => nameIn(presence) === name);
    return to !== undefined && link !== null && link.whisper(to.id, words);
  }

  joinPlain({ room, rendezvous }: Meeting): void {
    this.plain = new WebrtcProvider(room, this.doc, {
      signaling: [rendezvous].flat(),
      password: `key of ${room}`,
      peerOpts: { config: { iceServers: [] } },
    });
    this.plain.awareness.setLocalStateField('name', 'plain');
  }

  /** Makes y-webrtc say once more that it is there. */
  announcePlain(): void {
    for (const connection of this.plain?.signalingConns ?? []) connection.emit('connect', []);
  }

  plainConnections(): { connected: boolean }[] {
    const connections = this.plain?.room?.webrtcConns.values() ?? [];
    return [...connections].map(({ connected }) => ({ connected }));
  }

  write(key: string, value: unknown): void {
    this.doc.getMap('things').set(key, value);
  }

  read(key: string): unknown {
    return this.doc.getMap('things').get(key);
  }

  /** Text that no compression makes small. */
  fill(kilobytes: number): void {
    this.doc.transact(() => {
      for (let at = 0; at < kilobytes; at++) {
        const bytes = crypto.getRandomValues(new Uint8Array(512));
        const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
        this.write(`page ${at}`, text);
      }
    });
  }

  keyCount(): number {
    return this.doc.getMap('things').size;
  }

  /** The names of those that this page sees, each with how it is reached. */
  others(): string[] {
    const peers = this.link?.peers() ?? [];
    return peers.map(({ presence, reach }) => `${nameIn(presence)} ${reach.kind}`).sort();
  }
}

function nameIn(presence: unknown): string {
  if (typeof presence !== 'object' || presence === null || !('name' in presence)) return 'unknown';
  return String(presence.name);
}

declare global {
  interface Window {
    page: LinkPage;
    measure: typeof measure;
  }
}

window.measure = measure;
window.page = new LinkPage();
