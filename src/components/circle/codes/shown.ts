/** Moves the focus to what has taken the place of the control that was used. */
export function shown(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}
