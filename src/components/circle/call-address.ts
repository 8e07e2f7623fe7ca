/** Whether somebody can be sent there: the whole https address of a call. */
export function isCallAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.hostname.includes('.') && url.username === '';
}
