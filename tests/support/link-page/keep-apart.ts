/**
 * Runs in a page before anything else: the pairs in `apart` (`Ana-Ben Cem-Dia`) never take each other's descriptions,
 * as if no network path joined them.
 */
export function keepApart({ name, apart }: { name: string; apart: string }): void {
  const lost = apart
    .split(' ')
    .map((pair) => pair.split('-'))
    .filter((pair) => pair.includes(name))
    .flatMap((pair) => pair.filter((one) => one !== name));
  window.RTCPeerConnection = class extends RTCPeerConnection {
    override get localDescription(): RTCSessionDescription | null {
      const description = super.localDescription;
      if (description === null) return null;
      const { type, sdp } = description;
      return new RTCSessionDescription({ type, sdp: sdp.replace('s=-', `s=${name}`) });
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const from = /^s=(\w+)/m.exec(description.sdp ?? '')?.[1] ?? '';
      if (lost.includes(from)) return new Promise<never>(() => undefined);
      return super.setRemoteDescription(description);
    }
  };
}
