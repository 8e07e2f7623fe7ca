const readable = /^[A-Za-z0-9_-]{20,}$/;
/** What stands around a link in a mail or a sentence, and is no part of it. */
const around = /^[\s<("'“‘]+|[\s>)"'”’.,;:!?]+$/g;

/**
 * The part of a pasted link that opens a circle: what follows its last `#`, or the whole text when
 * somebody copied only that part. `null` when it cannot be an invitation.
 */
export function invitationIn(pasted: string): string | null {
  const whole = pasted.replaceAll(around, '').replaceAll(/\s*\n\s*/g, '');
  const fragment = whole.split('#').at(-1) ?? '';
  return readable.test(fragment) ? fragment : null;
}
