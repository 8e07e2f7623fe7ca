/** The kinds of addresses that a code can carry, with their length in bytes. */
export const families = [
  { family: 'name', length: 16 },
  { family: 'ipv4', length: 4 },
  { family: 'ipv6', length: 16 },
] as const;
export type Family = (typeof families)[number]['family'];

export interface PackedAddress {
  readonly family: Family;
  readonly bytes: Uint8Array;
}

/** An address as few bytes; `null` for one that a code cannot carry. */
export function packAddress(address: string): PackedAddress | null {
  const name = /^(\S{36})\.local$/i.exec(address)?.[1];
  if (name !== undefined) return packed('name', bytesOfUuid(name));
  if (address.includes(':')) return packed('ipv6', bytesOfIpv6(address));
  return packed('ipv4', bytesOfIpv4(address));
}

export function unpackAddress({ family, bytes }: PackedAddress): string {
  if (family === 'name') return `${uuidOf(bytes)}.local`;
  if (family === 'ipv4') return bytes.join('.');
  const groups = Array.from(
    { length: 8 },
    (_, at) => byteAt(bytes, 2 * at) * 256 + byteAt(bytes, 2 * at + 1),
  );
  return groups.map((group) => group.toString(16)).join(':');
}

export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function bytesOfUuid(uuid: string): Uint8Array | null {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid)) return null;
  const pairs = uuid.replaceAll('-', '').match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => parseInt(pair, 16));
}

function packed(family: Family, bytes: Uint8Array | null): PackedAddress | null {
  return bytes && { family, bytes };
}

function bytesOfIpv4(address: string): Uint8Array | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  const parts = address.split('.').map(Number);
  return parts.every((part) => part < 256) ? Uint8Array.from(parts) : null;
}

function bytesOfIpv6(address: string): Uint8Array | null {
  const [start = '', end, ...more] = address.split('::');
  if (more.length > 0) return null;
  const groupsIn = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groupsIn(start);
  const after = groupsIn(end ?? '');
  const missing = 8 - before.length - after.length;
  if (end === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return Uint8Array.from(
    groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]),
  );
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
