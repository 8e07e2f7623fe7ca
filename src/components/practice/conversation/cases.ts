import { getCollection, getEntry } from 'astro:content';

/** The made-up presenters, in the order in which they are offered. */
export async function casesOf(locale: string) {
  const cases = await getCollection('conversations', ({ id }) => id.startsWith(`${locale}/`));
  return cases
    .map(({ id, data }) => ({ name: id.slice(locale.length + 1), ...data }))
    .toSorted((one, other) => one.order - other.order);
}

export async function mannersOf(locale: string) {
  const entry = await getEntry('manners', `${locale}/presenter`);
  if (!entry) throw new Error(`content/manners/${locale}/presenter.json is missing`);
  return entry.data;
}

export const casePage = (name: string): `/${string}` => `/practice/conversations/${name}/`;
