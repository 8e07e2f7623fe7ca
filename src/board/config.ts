import { addressesOf, contactedAt, type Contacted } from './services.ts';
import { hasTurn } from './way-across.ts';

/** What the host of this site has set, read at run time so that it changes without a build. */
export interface SiteConfig {
  /** Addresses of the rendezvous services. */
  readonly rendezvous: readonly string[];
  readonly iceServers: readonly RTCIceServer[];
  /** Whether one of these servers passes on what finds no direct way. */
  readonly hasTurn: boolean;
  /** Those that connecting would contact, besides the host of this page. */
  readonly contacts: readonly Contacted[];
  /** Their hosts, each once. */
  readonly foreignHosts: readonly string[];
  /** Where an entry cannot be used and was left out, for instance `rendezvous[1]`. */
  readonly faults: readonly string[];
}

/** `config.json` came, and is not JSON. */
export class ConfigUnreadable extends Error {
  override readonly name = 'ConfigUnreadable';
}

/**
 * Reads the answer to a request for `config.json`. Rejects where that says that there is none, and with
 * `ConfigUnreadable` where it is no JSON; an entry that cannot be used is left out and named.
 */
export async function readConfig(
  response: Response,
  base: string,
  page: Location = location,
): Promise<SiteConfig> {
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  const text = await response.text();
  return parseConfig(readJson(text), base, page);
}

export function parseConfig(
  said: unknown,
  base: string,
  page: Pick<Location, 'protocol' | 'host'>,
): SiteConfig {
  const faults: string[] = [];
  function usable<Entry>(name: string, list: unknown, read: (entry: unknown) => Entry | null) {
    if (!Array.isArray(list)) {
      faults.push(name);
      return [];
    }
    const entries: unknown[] = list;
    return entries.flatMap((entry, at) => {
      const good = read(entry);
      if (good !== null) return [good];
      faults.push(nameOf(name, at, entry));
      return [];
    });
  }

  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said);
  if (!isObject) faults.push('{}');
  const missing = { rendezvous: isObject ? null : [], iceServers: [] };
  const fields = isObject ? { ...missing, ...said } : missing;
  const addressesIn = (entry: unknown) => addressesOf(entry, base, page);
  const rendezvous = [...new Set(usable('rendezvous', fields.rendezvous, addressesIn).flat())];
  const iceServers = usable('iceServers', fields.iceServers, readIceServer);
  const addresses = [...rendezvous, ...iceServers.flatMap(({ urls }) => urls)];
  const contacts = contactsOf(addresses).filter(({ host }) => host !== page.host);
  const foreignHosts = [...new Set(contacts.map(({ host }) => host))];
  return {
    rendezvous,
    iceServers,
    hasTurn: hasTurn(iceServers),
    contacts,
    foreignHosts,
    faults,
  };
}

/** Each once: a TURN server is often named twice, by UDP and by TCP. */
function contactsOf(addresses: readonly string[]): readonly Contacted[] {
  const all = addresses.map(contactedAt);
  return [...new Map(all.map((each) => [`${each.kind} ${each.host}`, each])).values()];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigUnreadable('config.json is not JSON', { cause: error });
  }
}

const SHOWN = 60;

/** Where an entry stands, with what it says if it is a text: passwords stand in objects. */
function nameOf(list: string, at: number, entry: unknown): string {
  const where = `${list}[${at}]`;
  return typeof entry === 'string' ? `${where} (${entry.slice(0, SHOWN)})` : where;
}

const isTurnAddress = (url: string): boolean => /^turns?:/.test(url);

/**
 * `urls` may be one address or several. One that is no STUN or TURN address, or a TURN server without a name and a
 * password, would make every connection throw.
 */
function readIceServer(entry: unknown): RTCIceServer | null {
  return isIceServer(entry) ? entry : null;
}

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
