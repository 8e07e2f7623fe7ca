/** What the bundler tells of a module. */
export interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Names the chunk of a module, `null` where the bundler decides. */
export type Named = (id: string, graph: Graph) => string | null;

/**
 * What a page's script imports at once, as one file rather than a dozen of what its views share, and as another one
 * what scripts of other pages import as well. A bundler puts into a chunk all that its modules import, so the second
 * comes first.
 * @param page the page's source, for instance `pages/circle/index.astro`
 */
export function atOnce(page: string, chunk: string, shared: string): readonly Named[] {
  const named =
    (
      name: string,
      belongs: (own: readonly string[], others: readonly string[]) => boolean,
    ): Named =>
    (id, graph) => {
      const scripts = entriesOf(id, graph).filter(isScript);
      const own = scripts.filter((script) => script.includes(page));
      return belongs(
        own,
        scripts.filter((script) => !own.includes(script)),
      )
        ? name
        : null;
    };
  return [
    named(shared, (own, others) => own.length > 0 && others.length > 0),
    named(chunk, (own, others) => own.length > 0 && others.length === 0),
  ];
}

/** Astro's name for a script inside a page or a part of one. */
const isScript = (entry: string): boolean => entry.includes('?astro&type=script');

/** The modules that nothing imports at once, and that import this one so. */
function entriesOf(id: string, graph: Graph): string[] {
  const seen = new Set([id]);
  // A set takes what is added while it is gone through.
  for (const module of seen) {
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) seen.add(importer);
  }
  return [...seen].filter((module) => graph.getModuleInfo(module)?.importers.length === 0);
}
