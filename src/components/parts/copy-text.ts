/** Copies a text, or marks it where it stands for the person to copy. Says which of the two. */
export async function copyText(
  text: string,
  place: HTMLElement | undefined,
): Promise<'copied' | 'by-hand'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // No permission, or no clipboard on this page.
    if (place) getSelection()?.selectAllChildren(place);
    return 'by-hand';
  }
}
