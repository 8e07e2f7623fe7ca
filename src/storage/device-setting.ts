/**
 * Small settings of this device, beside the database. Where a browser refuses to store them (`localStorage` itself
 * throws when site data is blocked) they last as long as the page.
 */
const unstored = new Map<string, string>();

export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? unstored.get(key) ?? null;
  } catch {
    // Blocked: what was set on this page still counts.
    return unstored.get(key) ?? null;
  }
}

/** @param value `null` removes the setting */
export function writeSetting(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unstored.delete(key);
  } catch {
    // Blocked or full.
    if (value === null) unstored.delete(key);
    else unstored.set(key, value);
  }
}

/** Whether the browser has what was last written; if not, it lasts as long as the page. */
export const isStored = (key: string): boolean => !unstored.has(key);
