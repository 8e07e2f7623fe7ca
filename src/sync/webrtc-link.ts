import { hasWebRtc, LinkImpossible, requireSecurePage } from './link-impossible.ts';
import type { Connect } from './link.ts';

/** Opens the link of a circle. Rejects with `LinkImpossible` where the browser or page cannot have one. */
export const connect: Connect = async (doc, keys, settings) => {
  requireSecurePage();
  if (!hasWebRtc() && settings.rendezvous.length === 0) throw new LinkImpossible('no-webrtc');
  const { openLink } = await load();
  return openLink(doc, keys, settings);
};

/** Loads y-webrtc and all that is around it, to open a link later. */
export const load = () => import('./open-link.ts');
