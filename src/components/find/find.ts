import { resultOf } from './result.ts';
import type { Found } from './search.ts';

type Search = (query: string) => readonly Found[];

/** Loads the words of the site and what searches them, when somebody is about to search. */
async function load(base: string): Promise<Search> {
  const [{ readSections, searcher }, response] = await Promise.all([
    import('./search.ts'),
    fetch(`${base}find/words.json`),
  ]);
  if (!response.ok) throw new Error(`words.json: ${response.status}`);
  const sections: unknown = await response.json();
  return searcher(readSections(sections));
}

/** Safari lets a page change its address a hundred times in thirty seconds: so not at each letter, ms. */
const PAUSE = 500;

/** What was searched for can be linked to, and outlives a reload. */
function showInAddress(query: string): void {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  history.replaceState(history.state, '', address);
}

/** Makes the form of the page find: at each letter, and for the `q` of the address. */
export function find(form: HTMLFormElement, list: HTMLElement, status: HTMLElement): void {
  const field = form.querySelector('input');
  if (!field) return;
  const said = form.dataset;
  const base = said['base'] ?? '/';
  let search: Promise<Search> | null = null;
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const prepare = (): Promise<Search> => {
    search ??= load(base).catch((error: unknown) => {
      search = null;
      throw error;
    });
    return search;
  };

  async function look(): Promise<void> {
    asked += 1;
    const mine = asked;
    const query = field?.value.trim() ?? '';
    clearTimeout(pause);
    pause = setTimeout(() => showInAddress(query), PAUSE);
    if (query === '') return show([], '');
    try {
      const found = (await prepare())(query);
      // A later letter has asked meanwhile.
      if (mine === asked) show(found, (found.length > 0 ? said['found'] : said['nothing']) ?? '');
    } catch (error) {
      console.warn('the search could not be loaded', error);
      if (mine === asked) show([], said['failed'] ?? '');
    }
  }

  function show(found: readonly Found[], words: string): void {
    status.textContent = words.replace('{places}', String(found.length));
    list.replaceChildren(...found.map((each) => resultOf(each, base)));
  }

  const begin = (): void => {
    look().catch((error: unknown) => console.warn(error));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
    showInAddress(field.value.trim());
  });
  field.addEventListener('input', begin);
  field.addEventListener('focus', () => {
    // What fails here is told when something is searched.
    prepare().catch((error: unknown) => console.info('search is loaded later', error));
  });
  field.value = new URL(location.href).searchParams.get('q') ?? '';
  if (field.value !== '') begin();
}
