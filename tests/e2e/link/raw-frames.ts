import type { Page } from '@playwright/test';

declare global {
  interface Window {
    channels: RTCDataChannel[];
  }
}

/** Runs in a page before anything else: keeps its channels at hand, so that a test can send on them whatever it likes. */
export function keepChannels(): void {
  window.channels = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      window.channels.push(channel);
      return channel;
    }
  };
}

const text = (words: string) => [...new TextEncoder().encode(words)];
export const sized = (bytes: number[]) => [bytes.length, ...bytes];

/** Messages of the document (0) and of presence (1), each of them broken in its own way. */
export const garbage: readonly (readonly [name: string, bytes: number[]])[] = [
  ['nothing', []],
  ['an unknown message', [77, 1, 2, 3]],
  ['a message that ends too early', [0]],
  ['a state vector of nonsense', [0, 0, ...sized([200, 200, 200, 1, 9, 9])]],
  ['an update of nonsense', [0, 2, ...sized([3, 1, 99, 200, 13, 250, 7])]],
  ['an update with which no circle would open again', [0, 2, ...sized([1, 1, 7, 0, 0, 0, 0])]],
  ['an answer that ends too early', [0, 1, 200, 1, 2]],
  ['a presence that is no JSON', [1, ...sized([1, 123, 9, ...sized(text('{bad json'))])]],
  ['a presence that is a number', [1, ...sized([1, 124, 9, ...sized(text('7'))])]],
  ['a presence without its end', [1, 90, 1, 2]],
  ['more presences than there are', [1, ...sized([120, 9])]],
];

/** Frames that are broken before anybody looks into their message. */
export const brokenFrames: readonly number[][] = [[], [2], [99, 1], [4], [5, 1, 2], [3]];

/** The presence of a page that does not exist. */
export function ghost(client: number): number[] {
  const state = text(`{"page":"ghost-${client}","near":[]}`);
  return [0, 1, ...sized([1, client, 1, ...sized(state)])];
}

/** Sends frames as they are, so many times over, on every open channel of a page prepared with `keepChannels`. */
export async function sendRaw(
  page: Page,
  frames: readonly (readonly number[])[],
  times = 1,
): Promise<void> {
  await page.evaluate(
    ([all, count]) => {
      const { send } = RTCDataChannel.prototype;
      for (const channel of window.channels) {
        for (let at = 0; at < count * all.length; at++) {
          const bytes = Uint8Array.from(all[at % all.length] ?? []);
          if (channel.readyState === 'open') send.call(channel, bytes);
        }
      }
    },
    [frames, times] as const,
  );
}
