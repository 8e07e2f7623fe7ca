import type { LinkSettings } from '../sync/link.ts';
import type { SiteConfig } from './config.ts';
import { isRelayOnly } from './relay-only.ts';

/** How a link is opened on this device: what the site names, and what the person has chosen. */
export function settingsOf(site: SiteConfig, clock: LinkSettings['clock']): LinkSettings {
  const { rendezvous, iceServers, hasTurn } = site;
  return { rendezvous, iceServers, relayOnly: hasTurn && isRelayOnly(), clock };
}
