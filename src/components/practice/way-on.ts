/** Whoever goes by keys was on something that is hidden now. */
export const hasLostFocus = (): boolean =>
  (document.activeElement?.closest('[hidden]') ?? null) !== null;

/** Puts the focus on the way on, which also says what the answer was called: a reader may miss what appears beside it. */
export function goOnWith(next: HTMLElement, item: HTMLElement): void {
  const said = [...item.querySelectorAll<HTMLElement>('[role="status"]')].findLast(
    (place) => place.textContent.trim() !== '' && !place.matches('.fate'),
  );
  if (said) {
    said.id = `${item.id}-said`;
    next.setAttribute('aria-describedby', said.id);
  }
  next.focus();
}
