/**
 * Puts the focus on the heading of a view that has taken the place of another, where a screen reader goes on
 * reading. A first view is left alone: the page itself has just been announced.
 */
export function arrive(heading: HTMLElement): void {
  if (seen) heading.focus({ preventScroll: true });
  seen = true;
}

let seen = false;
