import { WebrtcProvider, type Room } from 'y-webrtc';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { glareSafeConnection } from './glare-safe-connection.ts';
import { hasWebRtc } from './link-impossible.ts';
import type { LinkKeys, LinkSettings } from './link.ts';
import { meshAddress, MeshSignals } from './mesh-signals.ts';
import { carryNostr } from './nostr-carrier.ts';
import { Rendezvous } from './rendezvous.ts';

/** More than the pages of a circle; y-webrtc's own number is random. */
const MOST_CONNECTIONS = 24;

export interface OpenRoom {
  readonly provider: WebrtcProvider;
  readonly room: Room;
  readonly rendezvous: Rendezvous;
  readonly signals: MeshSignals;
}

/** Opens a room of an unmodified y-webrtc, whose channels carry our conversations. */
export async function openRoom(
  doc: Y.Doc,
  awareness: Awareness,
  { room: name, signalling }: LinkKeys,
  settings: LinkSettings,
  made: (channel: RTCDataChannel, connection: RTCPeerConnection) => void,
): Promise<OpenRoom> {
  carryNostr();
  const signals = new MeshSignals(name);
  const provider = new WebrtcProvider(name, doc, {
    signaling: [...settings.rendezvous, meshAddress(name)],
    password: signalling,
    awareness,
    maxConns: MOST_CONNECTIONS,
    peerOpts: {
      config: {
        iceServers: [...settings.iceServers],
        iceTransportPolicy: settings.relayOnly ? 'relay' : 'all',
      },
      // One channel that both sides know beforehand, so that it survives a change of who offers.
      channelConfig: { negotiated: true, id: 0 },
      wrtc: hasWebRtc()
        ? {
            RTCPeerConnection: glareSafeConnection(made),
            RTCSessionDescription,
            RTCIceCandidate,
          }
        : undefined,
    },
  });
  const rendezvous = new Rendezvous(provider);
  await provider.key;
  if (provider.room === null) throw new Error('y-webrtc has opened no room');
  return { provider, room: provider.room, rendezvous, signals };
}
