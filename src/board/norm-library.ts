import { parseNormLibrary, type NormLibrary } from '../domain/norm-library.ts';

let fetched: Promise<NormLibrary> | null = null;

/**
 * The library of norms in the page's language, fetched once. Rejects where it cannot be had; the next asks again.
 * @param base the path below which the site is served, with slashes
 */
export function normLibrary(base: string, locale: string): Promise<NormLibrary> {
  fetched ??= load(`${base}norms/${locale}.json`).catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

async function load(address: string): Promise<NormLibrary> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const library = parseNormLibrary(await response.json());
  if (library === null) throw new Error(`${address} is no library of norms`);
  return library;
}
