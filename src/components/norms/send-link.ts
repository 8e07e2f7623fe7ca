import type { Translate } from '../../i18n/translate.ts';

/** A button that copies a link, and says so; where a browser does not let us, it marks the link. */
export function copyInto(
  button: HTMLElement,
  said: HTMLElement,
  link: HTMLElement,
  t: Translate,
): void {
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(link.textContent).then(
      () => {
        said.textContent = t('shortlist.copied');
      },
      () => {
        said.textContent = t('shortlist.by-hand');
        getSelection()?.selectAllChildren(link);
      },
    );
  });
}

/** Shows the button where the device can pass a link on to another app. */
export function offerToShare(button: HTMLElement, link: HTMLElement, text: string): void {
  button.hidden = !('share' in navigator);
  button.addEventListener('click', () => {
    navigator.share({ text, url: link.textContent }).catch((error: unknown) => {
      // Closing the sheet is an answer, not a failure.
      if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
    });
  });
}
