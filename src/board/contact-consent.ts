const KEY = 'askwell.contacts';

/** Whether the person has agreed, on this device, to contact every one of these hosts. */
export function mayContact(hosts: readonly string[]): boolean {
  const agreed = new Set((localStorage.getItem(KEY) ?? '').split(' '));
  return hosts.every((host) => agreed.has(host));
}

export function rememberConsent(hosts: readonly string[]): void {
  const agreed = new Set((localStorage.getItem(KEY) ?? '').split(' '));
  localStorage.setItem(KEY, [...agreed, ...hosts].filter((host) => host !== '').join(' '));
}
