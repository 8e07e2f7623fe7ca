import type * as Y from 'yjs';
import { CodesOnDemand } from './codes-on-demand.ts';
import { Conversation } from './conversation.ts';
import { FoundPages } from './found-pages.ts';
import { Handshakes } from './handshakes.ts';
import { LastResort } from './last-resort.ts';
import type { LinkKeys, LinkSettings, PeerId } from './link.ts';
import { Mesh } from './mesh.ts';
import type { Presences } from './presences.ts';
import { RefusedTurn } from './refused-turn.ts';
import type { RelayedLink } from './relay/relaying.ts';
import { Talk } from './talk.ts';
import { ToldTogether } from './told-together.ts';
import type { OpenRoom } from './webrtc-provider.ts';

/** What a link consists of. */
export interface LinkParts {
  readonly self: PeerId;
  readonly opened: OpenRoom;
  readonly presences: Presences;
  readonly mesh: Mesh;
  readonly found: FoundPages;
  readonly handshakes: Handshakes;
  readonly talk: Talk;
  readonly codes: CodesOnDemand;
  readonly lastResort: LastResort;
  readonly refusedTurn: RefusedTurn;
  readonly changed: ToldTogether;
}

/** Puts the parts of a link together around a room that is open. */
export function linkParts(
  doc: Y.Doc,
  keys: LinkKeys,
  { clock, ready }: LinkSettings,
  presences: Presences,
  opened: OpenRoom,
): LinkParts {
  const { room, rendezvous, signals } = opened;
  const self = room.peerId;
  const mesh = new Mesh(self, presences, { ids: room.bcConns, origin: room });
  signals.use(mesh);
  const found = new FoundPages(self, mesh, presences);
  const handshakes = new Handshakes(room, () => rendezvous.announceThroughMembers());
  const changed = new ToldTogether();
  const refusedTurn = new RefusedTurn(() => changed.tell());
  const heard = { self, clock, ready, doc, mesh, presences, found, handshakes, signals, changed };
  const talk = new Talk(heard);
  const codes = new CodesOnDemand({
    room,
    key: keys.codes,
    converse: (channel, connection, watch) => {
      refusedTurn.watch(connection);
      return new Conversation(channel, connection, talk, watch);
    },
    // By a relay is slower: then a code may still find a better way.
    isConnected: (page) => mesh.has(page) && !mesh.relayed().includes(page),
    onChange: (listener) => changed.add(listener),
  });
  const relayed: RelayedLink = {
    self,
    known: () => ({
      self,
      direct: mesh.direct(),
      slow: mesh.relayed(),
      nearOf: presences.near,
      slowOf: presences.slow,
    }),
    isReached: (page) => found.isReached(page),
    hasChannel: () => mesh.hasChannel,
    converse: (channel) => new Conversation(channel, null, talk),
  };
  const lastResort = new LastResort(relayed, found.sightings, keys.relay, rendezvous.meetings);
  return {
    self,
    opened,
    presences,
    mesh,
    found,
    handshakes,
    talk,
    codes,
    lastResort,
    refusedTurn,
    changed,
  };
}
