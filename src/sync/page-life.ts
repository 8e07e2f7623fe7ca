/** Calls back when the page may have missed something: back on screen, back on the network. Returns its undo. */
export function onWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}

/** Calls back when the page goes away: closed, left, or kept aside for the back button. Returns its undo. */
export function onLeave(leave: () => void): () => void {
  window.addEventListener('pagehide', leave);
  return () => window.removeEventListener('pagehide', leave);
}

/** Calls back when the browser notices something new about its network, where it tells. Returns its undo. */
export function onNetworkChange(changed: () => void): () => void {
  const network: unknown = 'connection' in navigator ? navigator.connection : null;
  if (!(network instanceof EventTarget)) return () => undefined;
  network.addEventListener('change', changed);
  return () => network.removeEventListener('change', changed);
}
