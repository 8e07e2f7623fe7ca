import { networkInterfaces } from 'node:os';

/** This machine's addresses in its own network, for instance `192.168.1.7`. */
export function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map((a) => a.address);
}
