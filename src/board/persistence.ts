/** What the browser says about keeping what this site has stored. `unknown`: it does not say. */
export type Persistence = 'promised' | 'not-promised' | 'unknown';

/** Asks the browser never to clear this site's storage by itself. Some ask the person, most decide alone. */
export function askToKeep(): void {
  navigator.storage
    ?.persist?.()
    .catch((error: unknown) => console.info('askwell: the browser does not say', error));
}

export async function persistence(): Promise<Persistence> {
  try {
    const isPromised = await navigator.storage?.persisted?.();
    return isPromised === undefined ? 'unknown' : isPromised ? 'promised' : 'not-promised';
  } catch {
    // Some browsers refuse the question itself, in a private window for instance.
    return 'unknown';
  }
}
