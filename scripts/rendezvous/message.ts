/** What y-webrtc's signalling protocol lets a client say. */
export type Message =
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string }
  | { readonly type: 'ping' };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws nothing: what is not JSON is `undefined`, as no JSON text is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `null` for everything that is no message of the protocol. */
export function parseMessage(text: string): Message | null {
  const value = parseJson(text);
  if (!isObject(value)) return null;
  const { type, topics, topic } = value;
  switch (type) {
    case 'subscribe':
    case 'unsubscribe':
      if (!Array.isArray(topics)) return null;
      return { type, topics: topics.filter((each) => typeof each === 'string') };
    case 'publish':
      return typeof topic === 'string' ? { type, topic } : null;
    case 'ping':
      return { type };
    default:
      return null;
  }
}
