import { parseHearing } from '../domain/practice/conversation/parse-hearing.ts';
import type { Hearing } from '../domain/practice/conversation/practice-case.ts';

let coming: Promise<Hearing> | null = null;

/** How the presenters of a language hear. Fetched once, on use; rejects where it does not come, and may be asked again. */
export function loadHearing(language: string, base = import.meta.env.BASE_URL): Promise<Hearing> {
  coming ??= fetchHearing(
    `${base.replace(/\/?$/, '/')}manners/${encodeURIComponent(language)}.json`,
  );
  coming.catch(() => (coming = null));
  return coming;
}

async function fetchHearing(address: string): Promise<Hearing> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const hearing = parseHearing(await response.json());
  if (!hearing) throw new Error(`${address} does not say how presenters hear`);
  return hearing;
}
