/** What the host of this site has set, read at run time so that it changes without a build. */
export interface SiteConfig {
  /** Addresses of the rendezvous services. */
  readonly rendezvous: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Hosts other than our own that connecting would contact. */
  readonly foreignHosts: readonly string[];
  /** Where an entry cannot be used and was left out, for instance `rendezvous[1]`. */
  readonly faults: readonly string[];
}

/** `config.json` came, and is not JSON. */
export class ConfigUnreadable extends Error {}

const SELF = 'self';

/**
 * Reads `config.json`. Rejects where it cannot be fetched, and with `ConfigUnreadable` where it is no JSON; an entry
 * that cannot be used is left out and named.
 */
export async function fetchConfig(base: string, page: Location = location): Promise<SiteConfig> {
  const response = await fetch(`${base}config.json`);
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  const text = await response.text();
  return parseConfig(readJson(text), base, page);
}

export function parseConfig(
  said: unknown,
  base: string,
  page: Pick<Location, 'protocol' | 'host'>,
): SiteConfig {
  const fields = typeof said === 'object' && said !== null ? said : {};
  const faults: string[] = [];
  function good<Entry>(name: string, value: unknown, isGood: (entry: unknown) => entry is Entry) {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      faults.push(name);
      return [];
    }
    const entries: unknown[] = value;
    return entries.filter((entry, at): entry is Entry => {
      const isUsable = isGood(entry);
      if (!isUsable) faults.push(`${name}[${at}]`);
      return isUsable;
    });
  }
  if (fields !== said || Array.isArray(said)) faults.push('{}');
  const own = `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${base}rendezvous`;
  const named = 'rendezvous' in fields ? fields.rendezvous : undefined;
  const rendezvous = good('rendezvous', named, isService).map((entry) =>
    entry === SELF ? own : entry,
  );
  const ice = 'iceServers' in fields ? fields.iceServers : undefined;
  const iceServers = good('iceServers', ice, isIceServer);
  const addresses = [...rendezvous, ...iceServers.flatMap(({ urls }) => urls)];
  const foreignHosts = [...new Set(addresses.map(hostOf))].filter((host) => host !== page.host);
  return { rendezvous, iceServers, foreignHosts, faults };
}

/** Whether one of these servers passes on what finds no direct way. */
export const hasTurn = (servers: readonly RTCIceServer[]): boolean =>
  servers.some(({ urls }) => [urls].flat().some(isTurnAddress));

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigUnreadable('config.json is not JSON', { cause: error });
  }
}

const isService = (entry: unknown): entry is string =>
  typeof entry === 'string' &&
  (entry === SELF || (/^wss?:\/\/[^/]/.test(entry) && URL.canParse(entry)));

const isTurnAddress = (url: string): boolean => /^turns?:/.test(url);

/**
 * `urls` may be one address or several. One that is no STUN or TURN address, or a TURN server without a name and a
 * password, would make every connection throw.
 */
function isIceServer(entry: unknown): entry is RTCIceServer {
  if (typeof entry !== 'object' || entry === null || !('urls' in entry)) return false;
  const urls: unknown[] = Array.isArray(entry.urls) ? entry.urls : [entry.urls];
  if (urls.length === 0 || !urls.every(isIceAddress)) return false;
  const isSigned =
    'username' in entry &&
    typeof entry.username === 'string' &&
    'credential' in entry &&
    typeof entry.credential === 'string';
  return isSigned || !urls.some(isTurnAddress);
}

const HIGHEST_PORT = 65_535;

/** As browsers read them: a host with or without a port, and for TURN a transport. */
const iceAddress =
  /^(?<kind>stun|turn)s?:(?:\[[\da-f:.]+\]|[^\s/?#:@[\]"]+)(?::(?<port>\d{1,5}))?(?<transport>\?transport=(?:udp|tcp))?$/;

function isIceAddress(url: unknown): url is string {
  const found = typeof url === 'string' ? iceAddress.exec(url)?.groups : undefined;
  if (found === undefined) return false;
  const port = Number(found['port'] ?? 1);
  const isTransportMeant = found['transport'] === undefined || found['kind'] === 'turn';
  return isTransportMeant && port > 0 && port <= HIGHEST_PORT;
}

const hostOf = (address: string): string =>
  address.replace(/^(wss?:\/\/|(stuns?|turns?):)/, '').replace(/[/?].*$/, '');
