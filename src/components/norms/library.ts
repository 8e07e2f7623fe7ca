import { getCollection } from 'astro:content';

/** The ten groups in the order of the library; a norm's name begins with its group. */
export const groups = ['co', 'vo', 'li', 're', 'qa', 'pr', 'ca', 'cr', 'in', 'rm'] as const;

export type Group = (typeof groups)[number];

/** What the address of a group's page says. */
const slugs: Readonly<Record<Group, string>> = {
  co: 'confidentiality',
  vo: 'voice',
  li: 'listening',
  re: 'respect',
  qa: 'questions',
  pr: 'presence',
  ca: 'commitment',
  cr: 'repair',
  in: 'inclusion',
  rm: 'remote',
};

export const slugOf = (group: Group): string => slugs[group];

/** Where a norm stands with its reasons. */
export const groupPage = (group: Group, norm?: string): `/${string}` =>
  `/norms/about/${slugs[group]}/${norm ? `#${norm}` : ''}`;

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The sets for kinds of teams, each with its norms from the library. */
export async function setsOf(locale: string) {
  const library = new Map((await normsOf(locale)).map((norm) => [norm.name, norm]));
  const sets = await getCollection('normSets', ({ id }) => id.startsWith(`${locale}/`));
  return sets
    .map(({ id, data }) => ({
      ...data,
      name: nameOf(id),
      norms: data.norms.map((name) => {
        const norm = library.get(name);
        if (!norm) throw new Error(`content/norm-sets/${id}.json: there is no norm “${name}”`);
        return norm;
      }),
    }))
    .toSorted((one, other) => one.order - other.order);
}

export async function normsOf(locale: string) {
  const norms = await getCollection('norms', ({ id }) => id.startsWith(`${locale}/`));
  return norms
    .map(({ id, data }) => ({ name: nameOf(id), ...data }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** All that can be picked: the library, and what only some sets say. */
export async function everyNorm(locale: string) {
  const own = (await setsOf(locale)).flatMap((set) =>
    set.own.map(({ id, ...words }) => ({ name: id, ...words })),
  );
  return [...(await normsOf(locale)), ...own];
}
