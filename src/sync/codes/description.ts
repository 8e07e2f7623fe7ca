/** How a connection may be reached, as WebRTC names it. */
export interface Candidate {
  readonly type: CandidateType;
  /** IPv4, IPv6, or the `<uuid>.local` by which browsers hide the address of a device. */
  readonly address: string;
  readonly port: number;
}

export const candidateTypes = ['host', 'srflx', 'relay'] as const;
export type CandidateType = (typeof candidateTypes)[number];

/** What one browser must tell another for a data channel: an SDP without all that is always the same. */
export interface Description {
  readonly ufrag: string;
  readonly pwd: string;
  /** SHA-256 of the certificate. */
  readonly fingerprint: Uint8Array;
  readonly candidates: readonly Candidate[];
}

/** More would not fit into 250 characters, and these are enough to find a way where there is one. */
const most: Readonly<Record<CandidateType, number>> = { host: 2, srflx: 2, relay: 1 };

/** `null` where the SDP lacks what a channel needs; then a browser speaks another dialect than we know. */
export function readSdp(sdp: string): Description | null {
  const ufrag = /^a=ice-ufrag:([\w+/]+)\s*$/m.exec(sdp)?.[1];
  const pwd = /^a=ice-pwd:([\w+/]+)\s*$/m.exec(sdp)?.[1];
  const print = /^a=fingerprint:sha-256 ([\dA-F:]{95})\s*$/im.exec(sdp)?.[1];
  if (ufrag === undefined || pwd === undefined || print === undefined) return null;
  const fingerprint = Uint8Array.from(print.split(':'), (byte) => parseInt(byte, 16));
  return { ufrag, pwd, fingerprint, candidates: candidatesIn(sdp) };
}

/** The best of each type, the most direct first. */
function candidatesIn(sdp: string): Candidate[] {
  const pattern = /^a=candidate:\S+ 1 udp (\d+) (\S+) (\d+) typ (\w+)/gim;
  const found = [...sdp.matchAll(pattern)].map(([, priority, address = '', port, type]) => ({
    priority: Number(priority),
    address: address.toLowerCase(),
    port: Number(port),
    type,
  }));
  found.sort((one, other) => other.priority - one.priority);
  return candidateTypes.flatMap((type) => {
    const ofType = found.filter((candidate) => candidate.type === type && candidate.port > 0);
    const places = new Map(
      ofType.map(({ address, port }) => [`${address} ${port}`, { address, port }]),
    );
    return [...places.values()].slice(0, most[type]).map((place) => ({ type, ...place }));
  });
}

const preference: Readonly<Record<CandidateType, number>> = { host: 126, srflx: 100, relay: 0 };

/** A candidate as it stands in an SDP, without `a=`. A browser takes one with the same number only once. */
export function candidateLine({ type, address, port }: Candidate, at: number): string {
  const priority = preference[type] * 2 ** 24 + (65_535 - at) * 2 ** 8 + 255;
  const base = type === 'host' ? '' : ' raddr 0.0.0.0 rport 0';
  return `candidate:${at + 1} 1 udp ${priority} ${address} ${port} typ ${type}${base}`;
}

/**
 * The SDP for the other browser. Who has made the invitation begins the encryption, and not, as is
 * usual, who answers: an answer may be carried for minutes, and its browser would long have given up.
 */
export function writeSdp(kind: 'offer' | 'answer', description: Description): string {
  const { ufrag, pwd, fingerprint, candidates } = description;
  const print = Array.from(fingerprint, (byte) => byte.toString(16).padStart(2, '0')).join(':');
  return [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...candidates.map((candidate, at) => `a=${candidateLine(candidate, at)}`),
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${pwd}`,
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${print.toUpperCase()}`,
    `a=setup:${kind === 'offer' ? 'active' : 'passive'}`,
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    '',
  ].join('\r\n');
}
