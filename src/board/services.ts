import publicRelays from './public-relays.json' with { type: 'json' };

/** What a service is for: the first two bring pages together, the others help their connections. */
export type ServiceKind = 'rendezvous' | 'nostr' | 'stun' | 'turn';

/** A service that connecting contacts. */
export interface Contacted {
  /** As people see it, with its port where it has one of its own. */
  readonly host: string;
  readonly kind: ServiceKind;
  /** Who runs it, where we know. */
  readonly owner: string | null;
}

/** In `config.json`: the rendezvous of `npm start`, and the list of public relays that comes with Askwell. */
const SELF = 'self';
const PUBLIC = 'public';

const LONGEST = 300;

type Page = Pick<Location, 'protocol' | 'host'>;

/** The addresses that an entry of `rendezvous` stands for; `null` where it cannot be used. */
export function addressesOf(entry: unknown, base: string, page: Page): readonly string[] | null {
  if (entry === SELF) {
    return [`${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${base}rendezvous`];
  }
  if (entry === PUBLIC) return publicRelays.map(({ address }) => address);
  return typeof entry === 'string' && isService(entry, page) ? [entry] : null;
}

/** Whether a WebSocket to it can be made: browsers throw for all other. */
function isService(address: string, page: Page): boolean {
  const socket = address.replace(/^nostr\+/, '');
  if (address.length > LONGEST || !/^wss?:\/\/[^/]/.test(socket) || !URL.canParse(socket)) {
    return false;
  }
  const { protocol, hash, username } = new URL(socket);
  const isSafe = protocol === 'wss:' || page.protocol !== 'https:';
  return isSafe && !socket.includes('#') && hash === '' && username === '';
}

/** Who is contacted at an address of `rendezvous` or `iceServers`. */
export function contactedAt(address: string): Contacted {
  const host = address
    .replace(/^((nostr\+)?wss?:\/\/|(stuns?|turns?):)/, '')
    .replace(/[/?].*$/, '');
  const owner = publicRelays.find((relay) => relay.address === address)?.owner ?? null;
  return { host, kind: kindOf(address), owner };
}

/** The hosts of these addresses, each once: a TURN server is often named twice, by UDP and by TCP. */
export const hostsOf = (addresses: readonly string[]): readonly string[] => [
  ...new Set(addresses.map((address) => contactedAt(address).host)),
];

function kindOf(address: string): ServiceKind {
  if (address.startsWith('nostr+')) return 'nostr';
  if (/^turns?:/.test(address)) return 'turn';
  return /^stuns?:/.test(address) ? 'stun' : 'rendezvous';
}
