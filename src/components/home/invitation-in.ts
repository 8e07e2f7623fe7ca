const readable = /^[A-Za-z0-9_-]{20,}$/;

/**
 * The part of a pasted link that opens a circle: what follows its last `#`, or the whole text when
 * somebody copied only that part. `null` when it cannot be an invitation.
 */
export function invitationIn(pasted: string): string | null {
  const fragment = pasted.trim().split('#').at(-1) ?? '';
  return readable.test(fragment) ? fragment : null;
}
