/** A promise for a step that must neither succeed nor fail: its handshake has lost to the other side's. */
function dropped(): Promise<never> {
  return new Promise<never>(() => undefined);
}

/**
 * Two pages that offer at one time, with one of them busy, make simple-peer accept the other's offer
 * and then fail over its own; y-webrtc then keeps a connection that never opens. This class lets the
 * losing offer lapse instead. Made on demand, because where there is no WebRTC there is no base class.
 */
export function glareSafeConnection(
  made: (channel: RTCDataChannel, of: RTCPeerConnection) => void,
) {
  return class GlareSafeConnection extends RTCPeerConnection {
    #channel: RTCDataChannel | null = null;

    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      this.#channel = channel;
      made(channel, this);
      return channel;
    }

    /** Closing a connection does not tell its channel's listeners; this one does. */
    override close(): void {
      super.close();
      this.#channel?.dispatchEvent(new Event('close'));
    }

    override async setLocalDescription(description?: RTCLocalSessionDescriptionInit) {
      if (description?.type !== 'offer') return super.setLocalDescription(description);
      if (this.signalingState === 'have-remote-offer') return dropped();
      try {
        await super.setLocalDescription(description);
      } catch (error) {
        console.warn('An offer lapsed:', error instanceof Error ? error.name : 'unknown');
        return dropped();
      }
      if (this.signalingState !== 'have-local-offer') return dropped();
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit) {
      if (description.type === 'answer' && this.signalingState !== 'have-local-offer') {
        return dropped();
      }
      return super.setRemoteDescription(description);
    }
  };
}
