/** Keeps the screen from sleeping while a session is on. Returns its own undo. */
export function keepScreenOn(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let lock: WakeLockSentinel | null = null;
  let ended = false;

  const ask = (): void => {
    if (document.visibilityState !== 'visible' || ended) return;
    navigator.wakeLock.request('screen').then(
      (granted) => {
        lock = granted;
        if (ended) release();
      },
      // Refused on a low battery or by a policy: the screen then sleeps as it always does.
      (error: unknown) => console.info('the screen may sleep', error),
    );
  };
  const release = (): void => {
    lock?.release().catch((error: unknown) => console.info('the screen was free already', error));
    lock = null;
  };

  ask();
  // The browser takes the lock back whenever the page is hidden.
  document.addEventListener('visibilitychange', ask);
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', ask);
    release();
  };
}
