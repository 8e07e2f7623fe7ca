import type { Room } from 'y-webrtc';
import type { Mesh } from './mesh.ts';
import { changeOf, presencesOf } from './messages.ts';
import { FOUND_GONE, type Presences } from './presences.ts';

/** Of which pages awareness has news. */
interface PresenceNews {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Takes over from y-webrtc what is sent when the document or a presence changes: it would send
 * everything that it hears on to everybody. Since its own words do not reach our channels, its
 * handlers now speak to the tabs of this browser only. The room ends the new ones as it did its own.
 */
export function spreadChanges(room: Room, presences: Presences, mesh: Mesh): void {
  const { doc } = room;
  const { awareness } = presences;
  const tellTabsOfChange = room._docUpdateHandler;
  const tellTabsOfPresence = room._awarenessUpdateHandler;
  doc.off('update', tellTabsOfChange);
  awareness.off('update', tellTabsOfPresence);

  room._docUpdateHandler = (update: Uint8Array, origin: unknown) => {
    mesh.spread(
      () => changeOf(update),
      origin,
      () => tellTabsOfChange(update, origin),
    );
  };
  room._awarenessUpdateHandler = (news: PresenceNews, origin: unknown) => {
    if (origin === FOUND_GONE || origin === 'timeout') return;
    const clients = [...news.added, ...news.updated, ...news.removed];
    const isFromOthers = origin === room || typeof origin === 'object';
    // Somebody speaks in our name; we say it again ourselves.
    if (isFromOthers && clients.includes(awareness.clientID))
      queueMicrotask(() => presences.publish());
    const message = () => presencesOf(presences.encode(clients));
    mesh.spread(message, origin, () => tellTabsOfPresence(news, origin));
  };

  doc.on('update', room._docUpdateHandler);
  awareness.on('update', room._awarenessUpdateHandler);
}
