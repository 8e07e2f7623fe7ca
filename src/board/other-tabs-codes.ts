import type { CircleId } from '../domain/ids.ts';

/** How long another tab may take to say that it has waited for this code. */
const PATIENCE = 3000;

interface Word {
  /** An answer that was opened as a link, and so in a tab of its own. */
  readonly answer?: unknown;
  /** Says that this answer has been of use. */
  readonly used?: unknown;
}

const open = (circle: CircleId): BroadcastChannel =>
  new BroadcastChannel(`askwell codes ${circle}`);

/**
 * Takes answers from other tabs of this browser, as long as this one waits for some. Returns its own undo.
 * @param use says whether the answer was for this tab
 */
export function takeAnswers(
  circle: CircleId,
  use: (answer: string) => Promise<boolean>,
): () => void {
  const channel = open(circle);
  channel.onmessage = ({ data }: MessageEvent<Word | null>) => {
    const answer = data?.answer;
    if (typeof answer !== 'string') return;
    use(answer)
      .then((isOurs) => isOurs && channel.postMessage({ used: answer } satisfies Word))
      .catch((error: unknown) => console.warn('an answer from another tab was not used', error));
  };
  return () => channel.close();
}

/** Hands an answer to the tab that waits for it. Says whether there was one. */
export function giveAnswer(circle: CircleId, answer: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const channel = open(circle);
  const timer = setTimeout(() => resolve(false), PATIENCE);
  channel.onmessage = ({ data }: MessageEvent<Word | null>) => {
    if (data?.used === answer) resolve(true);
  };
  channel.postMessage({ answer } satisfies Word);
  return promise.finally(() => {
    clearTimeout(timer);
    channel.close();
  });
}
