import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** The part of `config.json` that a server must know. */
const Config = v.object({ rendezvous: v.array(v.string()) });

/** The address without our own mark for services that are Nostr relays. */
const webSocketUrl = (service: string): string => service.replace(/^nostr\+/, '');

function originOf(service: string): string {
  const { protocol, host } = new URL(webSocketUrl(service));
  if (protocol !== 'wss:' && protocol !== 'ws:') {
    throw new Error(`"${service}" is neither "self" nor an address that starts with wss://`);
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
    return [...new Set(rendezvous.filter((service) => service !== 'self').map(originOf))];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`config.json cannot be used: ${reason}`, { cause: error });
  }
}
