const CONTROLS = 'h1, h2, h3, textarea, input, button, summary';

/**
 * Keeps the keyboard's place when the control that had the focus goes away, as "Pass" does once I have passed: the
 * focus moves to what stands nearest, or to the instruction. Without this it falls back to the top of the page.
 * Returns its own undo.
 */
export function keepFocus(): () => void {
  /** What had the focus, and all that it stood in, the nearest first. */
  let places: readonly Element[] = [];

  const isLost = (): boolean => document.activeElement === document.body;

  const remember = ({ target }: FocusEvent): void => {
    if (target instanceof Element) places = around(target);
  };
  /** Who taps beside everything has put the focus down: it is not brought back. */
  const forget = ({ target }: FocusEvent): void =>
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && isLost()) places = [];
    });
  const restore = (): void => {
    if (!isLost() || !places[0] || places[0].isConnected) return;
    const next = nearest(places);
    if (!next) return;
    if (next.matches('h1, h2, h3')) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(restore);
  observer.observe(document.body, { childList: true, subtree: true });
  if (document.activeElement) places = around(document.activeElement);
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', forget);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', forget);
  };
}

/** An element and its ancestors, as far as the stage: what is in hand changes as a whole, and then the heading is read. */
function around(element: Element): Element[] {
  const places: Element[] = [];
  for (let place: Element | null = element; place; place = place.parentElement) {
    if (place !== document.body && place !== document.documentElement && !place.matches('.hand')) {
      places.push(place);
    }
  }
  return places;
}

function nearest(places: readonly Element[]): HTMLElement | null {
  for (const place of places) {
    const next = place.isConnected ? place.querySelector<HTMLElement>(CONTROLS) : null;
    if (next) return next;
  }
  return null;
}
