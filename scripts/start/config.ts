import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import publicRelays from '../../src/board/public-relays.json' with { type: 'json' };

/** The part of `config.json` that a server must know. */
const Config = v.object({ rendezvous: v.array(v.string()) });

/** What an entry stands for, without "self": that is our own origin. */
function addressesOf(entry: string): readonly string[] {
  if (entry === 'self') return [];
  return entry === 'public' ? publicRelays.map(({ address }) => address) : [entry];
}

/** The address without our own mark for services that are Nostr relays. */
const webSocketUrl = (service: string): string => service.replace(/^nostr\+/, '');

function originOf(service: string): string {
  const { protocol, host } = new URL(webSocketUrl(service));
  if (protocol !== 'wss:' && protocol !== 'ws:') {
    throw new Error(
      `"${service}" is neither "self" nor "public" nor an address that starts with wss:// or nostr+wss://`,
    );
  }
  return `${protocol}//${host}`;
}

/**
 * The origins of the rendezvous services that `config.json` names, without "self".
 * Throws an error that says what is wrong with the file.
 */
export function rendezvousOrigins(configFile: string): string[] {
  try {
    const { rendezvous } = v.parse(Config, JSON.parse(readFileSync(configFile, 'utf8')));
    return [...new Set(rendezvous.flatMap(addressesOf).map(originOf))];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`config.json cannot be used: ${reason}`, { cause: error });
  }
}
