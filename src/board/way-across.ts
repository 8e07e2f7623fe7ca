/** How far connections reach with what the site's settings name. */
export type WayAcross =
  /** No further than one network: browsers cannot learn their own internet addresses. */
  | 'one-network'
  /** Into most other networks. */
  | 'stun'
  /** Everywhere: a server passes on what finds no direct way. */
  | 'turn';

export function wayAcross(servers: readonly RTCIceServer[]): WayAcross {
  if (hasTurn(servers)) return 'turn';
  return servers.length > 0 ? 'stun' : 'one-network';
}

/** Whether one of these servers passes on what finds no direct way. */
export const hasTurn = (servers: readonly RTCIceServer[]): boolean =>
  servers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
