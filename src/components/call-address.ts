/**
 * The https address of a call, or `null` where somebody cannot be sent there. People often copy it without its
 * beginning: `meet.example.org/abc`.
 */
export function readCallAddress(text: string): string | null {
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(text);
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  if (url?.protocol !== 'https:' || url.username !== '') return null;
  return hasScheme || url.hostname.includes('.') ? url.href : null;
}
