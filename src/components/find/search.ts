import MiniSearch from 'minisearch';

/** As `integrations/search-index` writes them. */
export interface Section {
  readonly to: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

export interface Found extends Section {
  /** The words of the text that the search has met. */
  readonly terms: readonly string[];
}

/** Says little by itself, and stands in every text. */
const small = new Set(
  'a an and are as at be but by do for from has have how i if in is it me my no not of on or our so that the their them then they this to us was we what when who will with you your'.split(
    ' ',
  ),
);

const MOST = 20;

/** Reads what came from the site. Anything else is no section. */
export function readSections(value: unknown): readonly Section[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => (isSection(each) ? [each] : []));
}

function isSection(value: unknown): value is Section {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['to', 'page', 'heading', 'text'] as const;
  return fields.every((name) => typeof Reflect.get(value, name) === 'string');
}

/**
 * Makes a search over sections: the best twenty, whole words before beginnings before typing errors, and those with
 * every word before those with some.
 */
export function searcher(sections: readonly Section[]): (query: string) => readonly Found[] {
  const index = new MiniSearch<Section & { id: number }>({
    fields: ['heading', 'page', 'text'],
    processTerm: (term) => {
      const plain = term.toLowerCase();
      return small.has(plain) ? null : plain;
    },
    searchOptions: {
      boost: { heading: 4, page: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return (query) => {
    const withAll = index.search(query, { combineWith: 'AND' });
    const known = new Set(withAll.map(({ id }) => Number(id)));
    const withSome = index.search(query).filter(({ id }) => !known.has(Number(id)));
    return [...withAll, ...withSome].slice(0, MOST).flatMap(({ id, terms }) => {
      const section = sections[Number(id)];
      return section ? [{ ...section, terms }] : [];
    });
  };
}
