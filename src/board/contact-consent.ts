import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.contacts';

const agreed = (): Set<string> =>
  new Set((readSetting(KEY) ?? '').split(' ').filter((host) => host !== ''));

/** Whether the person has agreed, on this device, to contact every one of these hosts. */
export function mayContact(hosts: readonly string[]): boolean {
  const known = agreed();
  return hosts.every((host) => known.has(host));
}

export function rememberConsent(hosts: readonly string[]): void {
  writeSetting(KEY, [...agreed(), ...hosts].join(' '));
}
