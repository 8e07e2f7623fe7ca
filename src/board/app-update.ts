/** Held, shared, by every tab that runs a session: nothing is replaced under its feet. */
const SESSION_LOCK = 'askwell.session';

/** `in-session`: nothing was changed, because a tab of this browser runs a session. */
export type UpdateOutcome = 'reloading' | 'in-session';

/**
 * Calls `offer` once a new version has been fetched and waits. `apply` puts it in place and reloads
 * this page, once; it does neither while a session runs in any tab of this browser.
 * @returns stops watching
 */
export function watchForUpdate(offer: (apply: () => Promise<UpdateOutcome>) => void): () => void {
  const stop = new AbortController();
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.ready
      .then(watch)
      .catch((reason: unknown) => console.warn('Updates cannot be watched.', reason));
  }
  return () => stop.abort();

  function watch(registration: ServiceWorkerRegistration): void {
    if (stop.signal.aborted) return;
    offerWaiting();
    registration.addEventListener('updatefound', follow, { signal: stop.signal });
    follow();

    function follow(): void {
      registration.installing?.addEventListener('statechange', offerWaiting, {
        signal: stop.signal,
      });
    }

    function offerWaiting(): void {
      const { waiting } = registration;
      // Without a controller this is the first visit: there is nothing old to replace.
      if (waiting && navigator.serviceWorker.controller) offer(() => apply(waiting));
    }
  }
}

/**
 * Keeps every tab of this browser from applying an update.
 * @returns lets updates through again
 */
export function holdUpdates(): () => void {
  const over = Promise.withResolvers<void>();
  navigator.locks
    ?.request(SESSION_LOCK, { mode: 'shared' }, () => over.promise)
    .catch((reason: unknown) => console.warn('Updates cannot be held back.', reason));
  return over.resolve;
}

async function apply(waiting: ServiceWorker): Promise<UpdateOutcome> {
  if (!navigator.locks) return replace();
  return navigator.locks.request(SESSION_LOCK, { ifAvailable: true }, (free) =>
    free ? replace() : 'in-session',
  );

  function replace(): UpdateOutcome {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    });
    waiting.postMessage({ type: 'SKIP_WAITING' });
    return 'reloading';
  }
}
