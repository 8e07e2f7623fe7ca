declare global {
  interface Window {
    /** Whether this page's network lets no direct connection through. */
    isBlocked: boolean;
  }
}

/** Runs in a page: a network that lets nothing but the web through, so no candidate of it leads anywhere. */
export function blockWebRtc(): void {
  window.isBlocked = true;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(config?: RTCConfiguration) {
      super(window.isBlocked ? { ...config, iceServers: [], iceTransportPolicy: 'relay' } : config);
    }
  };
}
