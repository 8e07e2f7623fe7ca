import { RelayTalk, type TalkListener } from '../../src/sync/nostr/relay-talk.ts';

export interface PublicRelay {
  readonly address: string;
  readonly owner: string;
  /** The day on which it was last found to work; `null` while nobody has looked. */
  readonly checked: string | null;
}

export interface Finding {
  readonly address: string;
  readonly works: boolean;
  /** Milliseconds from saying to hearing, or why nothing was heard. */
  readonly told: string;
}

/** Says a word at the relay and waits until somebody else hears it there: what two members need of it. */
export async function checkRelay(address: string, patience = 10_000): Promise<Finding> {
  const topic = crypto.randomUUID();
  const talks: RelayTalk[] = [];
  const timers: NodeJS.Timeout[] = [];
  const { promise: heard, resolve: isHeard } = Promise.withResolvers<void>();

  const { promise: late, reject: isLate } = Promise.withResolvers<never>();

  async function enter(hear: TalkListener['heard']): Promise<RelayTalk> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const closed = () => reject(new Error('cannot be reached'));
    const listener = { opened: resolve, heard: hear, isThere: () => undefined, closed };
    const talk = new RelayTalk(address.replace(/^nostr\+/, ''), listener);
    talks.push(talk);
    await promise;
    return talk;
  }

  async function exchange(): Promise<string> {
    const listener = await enter(() => isHeard());
    listener.take({ type: 'subscribe', topics: [topic] });
    const speaker = await enter(() => undefined);
    const begun = performance.now();
    const say = () => speaker.take({ type: 'publish', topic, data: `${performance.now()}` });
    say();
    // The subscription may come to the relay after the first word.
    const again = setInterval(say, 1000);
    const watch = setInterval(() => {
      if (speaker.trouble !== null) isLate(new Error(speaker.trouble));
    }, 50);
    timers.push(again, watch);
    await heard;
    return `${Math.round(performance.now() - begun)} ms`;
  }

  timers.push(setTimeout(() => isLate(new Error('passed nothing on')), patience));
  try {
    return { address, works: true, told: await Promise.race([exchange(), late]) };
  } catch (error) {
    return { address, works: false, told: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const timer of timers) clearInterval(timer);
    for (const talk of talks) talk.close();
  }
}

/** The list with this day at every relay that works. A day is never taken back: it says when one worked last. */
export function dated(
  relays: readonly PublicRelay[],
  findings: readonly Finding[],
  day: string,
): PublicRelay[] {
  const working = new Set(findings.filter(({ works }) => works).map(({ address }) => address));
  return relays.map((relay) => (working.has(relay.address) ? { ...relay, checked: day } : relay));
}
