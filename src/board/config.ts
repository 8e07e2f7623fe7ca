/** What the host of this site has set, read at run time so that it changes without a build. */
export interface SiteConfig {
  /** Addresses of the rendezvous services. */
  readonly rendezvous: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Hosts other than our own that connecting would contact. */
  readonly foreignHosts: readonly string[];
}

const SELF = 'self';

/** Reads `config.json`. Rejects where it cannot be fetched; a broken entry is left out. */
export async function fetchConfig(base: string, page: Location = location): Promise<SiteConfig> {
  const response = await fetch(`${base}config.json`);
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return parseConfig(await response.json(), base, page);
}

export function parseConfig(
  said: unknown,
  base: string,
  page: Pick<Location, 'protocol' | 'host'>,
): SiteConfig {
  const fields = typeof said === 'object' && said !== null ? said : {};
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const own = `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${base}rendezvous`;
  const rendezvous = list('rendezvous' in fields ? fields.rendezvous : [])
    .filter((entry) => typeof entry === 'string')
    .map((entry) => (entry === SELF ? own : entry))
    .filter((entry) => /^wss?:\/\//.test(entry));
  const iceServers = list('iceServers' in fields ? fields.iceServers : []).filter(isIceServer);
  const addresses = [...rendezvous, ...iceServers.flatMap(({ urls }) => urls)];
  const foreignHosts = [...new Set(addresses.map(hostOf))].filter((host) => host !== page.host);
  return { rendezvous, iceServers, foreignHosts };
}

/** `urls` may be one address or several; one that is no STUN or TURN address would make every connection throw. */
function isIceServer(entry: unknown): entry is RTCIceServer {
  if (typeof entry !== 'object' || entry === null || !('urls' in entry)) return false;
  const urls: unknown[] = Array.isArray(entry.urls) ? entry.urls : [entry.urls];
  return urls.length > 0 && urls.every(isIceAddress);
}

const isIceAddress = (url: unknown): boolean =>
  typeof url === 'string' && /^(stuns?|turns?):[^/]+$/.test(url);

const hostOf = (address: string): string =>
  address.replace(/^(wss?:\/\/|(stuns?|turns?):)/, '').replace(/[/?].*$/, '');
