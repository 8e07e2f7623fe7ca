/** This browser or page cannot hold a link at all. */
export class LinkImpossible extends Error {
  /**
   * `no-webrtc`: the browser has no WebRTC, or it is turned off, and the site names no rendezvous service that could
   * carry words instead.
   * `not-secure`: the page came over plain http from another machine, where browsers give no encryption.
   */
  readonly reason: 'no-webrtc' | 'not-secure';

  constructor(reason: LinkImpossible['reason']) {
    super(`no link is possible here: ${reason}`);
    this.name = 'LinkImpossible';
    this.reason = reason;
  }
}

/** Throws `LinkImpossible` where there is no `crypto.subtle`. */
export function requireSecurePage(): void {
  if (!('subtle' in crypto)) throw new LinkImpossible('not-secure');
}

export const hasWebRtc = (): boolean => typeof RTCPeerConnection !== 'undefined';
