/** A promise for a step that must neither succeed nor fail: its handshake has lost to the other side's. */
function dropped(): Promise<never> {
  return new Promise<never>(() => undefined);
}

/**
 * Two pages that offer at one time, with one of them busy, make simple-peer accept the other's offer
 * and then fail over its own, or send its own after all; y-webrtc then keeps connections that never
 * open. In this class, who has taken an offer never makes one: its own lapses wherever it had got to.
 * Made on demand, because where there is no WebRTC there is no base class.
 */
export function glareSafeConnection(
  made: (channel: RTCDataChannel, of: RTCPeerConnection) => void,
) {
  return class GlareSafeConnection extends RTCPeerConnection {
    #channel: RTCDataChannel | null = null;
    #hasYielded = false;

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

    override createOffer(): Promise<RTCSessionDescriptionInit>;
    override createOffer(...callbacks: readonly unknown[]): Promise<never>;
    override createOffer(): Promise<RTCSessionDescriptionInit> {
      return this.#unlessYielded(() => super.createOffer());
    }

    override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      const set = () => super.setLocalDescription(description);
      return description?.type === 'offer' ? this.#unlessYielded(set) : set();
    }

    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const set = () => super.setRemoteDescription(description);
      if (description.type === 'answer') return this.#unlessYielded(set);
      this.#hasYielded = true;
      return set();
    }

    async #unlessYielded<Result>(act: () => Promise<Result>): Promise<Result> {
      if (this.#hasYielded) return dropped();
      try {
        const result = await act();
        return this.#hasYielded ? dropped() : result;
      } catch (error) {
        if (this.#hasYielded) return dropped();
        throw error;
      }
    }
  };
}
