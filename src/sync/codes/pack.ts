import { bytesOfUuid, families, packAddress, unpackAddress, uuidOf } from './address.ts';
import { candidateTypes, type Candidate, type Description } from './description.ts';

/** What a code says. */
export interface Carried {
  readonly kind: 'invitation' | 'answer';
  /** The page that made it, in y-webrtc's words. */
  readonly peer: string;
  /** An invitation: when it was made, in minutes that begin again every 45 days. An answer: which invitation it answers. */
  readonly mark: number;
  readonly description: Description;
}

const FINGERPRINT = 32;
const PEER = 16;
/** Bytes of the mark. */
const markLength = { invitation: 2, answer: 4 } as const;
/** The characters of ICE, in which browsers write 4 or 6 bits each. */
const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const fourBits = '0123456789abcdef';
const LONGEST_UFRAG = 32;
const LONGEST_PWD = 64;

/** As few bytes as can be, at most `room`: what does not fit is left out, the least direct of its type first. */
export function pack(carried: Carried, room: number): Uint8Array | null {
  const { kind, peer, mark, description } = carried;
  const { ufrag, pwd, fingerprint, candidates } = description;
  const page = bytesOfUuid(peer);
  const isHex = [...(ufrag + pwd)].every((character) => fourBits.includes(character));
  if (page === null || fingerprint.length !== FINGERPRINT) return null;
  if (ufrag.length > LONGEST_UFRAG || pwd.length > LONGEST_PWD) return null;
  const head = [
    (kind === 'answer' ? 1 : 0) | (isHex ? 2 : 0),
    ufrag.length,
    pwd.length,
    ...charactersToBits(ufrag + pwd, isHex ? fourBits : sixBits),
    ...fingerprint,
    ...page,
    ...Array.from({ length: markLength[kind] }, (_, at) => (mark >>> (8 * at)) & 255),
  ];
  const parts = candidates.flatMap((candidate) => {
    const bytes = packCandidate(candidate);
    return bytes === null ? [] : [{ type: candidate.type, bytes }];
  });
  while (head.length + parts.reduce((sum, { bytes }) => sum + bytes.length, 0) > room) {
    const spare = parts.findLastIndex(({ type }, at) => parts[at - 1]?.type === type);
    if (parts.splice(spare, 1).length === 0) return null;
  }
  return Uint8Array.from([...head, ...parts.flatMap(({ bytes }) => bytes)]);
}

/** `null` for whatever `pack` has not written. */
export function unpack(bytes: Uint8Array): Carried | null {
  const [flags = 255, ufragLength = 0, pwdLength = 0] = bytes;
  if (flags > 3 || ufragLength < 1 || pwdLength < 1) return null;
  if (ufragLength > LONGEST_UFRAG || pwdLength > LONGEST_PWD) return null;
  const kind = (flags & 1) === 1 ? 'answer' : 'invitation';
  const alphabet = (flags & 2) === 2 ? fourBits : sixBits;
  const count = ufragLength + pwdLength;
  let at = 3;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const characters = bitsToCharacters(take(bytesFor(count, alphabet)), count, alphabet);
  const fingerprint = take(FINGERPRINT).slice();
  const peer = uuidOf(take(PEER));
  const mark = take(markLength[kind]).reduce((sum, byte, place) => sum + byte * 256 ** place, 0);
  if (at > bytes.length) return null;
  const candidates = unpackCandidates(bytes.subarray(at));
  if (candidates === null) return null;
  const ufrag = characters.slice(0, ufragLength);
  const pwd = characters.slice(ufragLength);
  return { kind, peer, mark, description: { ufrag, pwd, fingerprint, candidates } };
}

function packCandidate({ type, address, port }: Candidate): number[] | null {
  const place = packAddress(address);
  if (place === null) return null;
  const family = families.findIndex((each) => each.family === place.family);
  return [candidateTypes.indexOf(type) | (family << 2), ...place.bytes, port >> 8, port & 255];
}

function unpackCandidates(bytes: Uint8Array): Candidate[] | null {
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < bytes.length) {
    const head = bytes[at] ?? 255;
    const type = candidateTypes[head & 3];
    const known = families[head >> 2];
    if (type === undefined || known === undefined) return null;
    const portAt = at + 1 + known.length;
    const [high, low] = [bytes[portAt], bytes[portAt + 1]];
    if (high === undefined || low === undefined) return null;
    const address = unpackAddress({ family: known.family, bytes: bytes.subarray(at + 1, portAt) });
    candidates.push({ type, address, port: high * 256 + low });
    at = portAt + 2;
  }
  return candidates;
}

const bitsOf = (alphabet: string): number => Math.log2(alphabet.length);

const bytesFor = (characters: number, alphabet: string): number =>
  Math.ceil((characters * bitsOf(alphabet)) / 8);

function charactersToBits(characters: string, alphabet: string): number[] {
  const bits = [...characters]
    .map((character) => alphabet.indexOf(character).toString(2).padStart(bitsOf(alphabet), '0'))
    .join('');
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '0'), 2));
}

function bitsToCharacters(bytes: Uint8Array, count: number, alphabet: string): string {
  const size = bitsOf(alphabet);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const place = (at: number): number => parseInt(bits.slice(at * size, (at + 1) * size) || '0', 2);
  return Array.from({ length: count }, (_, at) => alphabet[place(at)]).join('');
}
