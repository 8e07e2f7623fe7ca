import { parse, type HTMLElement } from 'node-html-parser';

/** A part of a page that a search can lead to. */
export interface Section {
  /** The address below the site's base, without a slash in front: `guides/listening/#silence`. */
  readonly to: string;
  /** The title of the page. */
  readonly page: string;
  /** The heading of this part; empty for what stands before the first. */
  readonly heading: string;
  readonly text: string;
}

/** Says nothing of its own: the way on, what is pressed, what a screen reader gets in place of a drawing. */
const aside =
  'script, style, noscript, nav, form, button, select, template, dialog, svg, [hidden], .next, .skip';

/** What one page says, by its headings with an address of their own. */
export function sectionsOf(html: string, path: string): Section[] {
  const main = parse(html).querySelector('main');
  if (!main) return [];
  main.querySelectorAll(aside).forEach((each) => each.remove());
  const title = main.querySelector('h1');
  const page = textOf(title);
  title?.remove();
  const headings = main.querySelectorAll('h2[id], h3[id]');
  const marks = headings.map((heading, at) => {
    const found = { id: heading.id, heading: nameOf(heading) };
    // A sign that occurs in no text stands where a section begins.
    heading.replaceWith(`${BREAK}${at}${BREAK}`);
    return found;
  });
  const [before = '', ...rest] = textOf(main).split(BREAK);
  const sections = marks.map(({ id, heading }, at) => ({
    to: `${path}#${id}`,
    page,
    heading,
    text: (rest[2 * at + 1] ?? '').trim(),
  }));
  return [{ to: path, page, heading: '', text: before.trim() }, ...sections].filter(
    ({ heading, text, to }) => heading !== '' || text !== '' || to === path,
  );
}

/** What a part is called; one that is only counted ("4 of 14") by what it is about, which then stands in no text. */
function nameOf(heading: HTMLElement): string {
  const about = heading.classList.contains('nth')
    ? ['.what', '.asked', '.said']
        .map((part) => heading.closest('article')?.querySelector(part))
        .find((part) => part)
    : undefined;
  const name = textOf(about ?? heading);
  about?.remove();
  return name;
}

const BREAK = '\u0001';

/** Its words in one line; what stands in blocks of their own does not run together. */
function textOf(element: HTMLElement | null): string {
  return (element?.structuredText ?? '').replace(/\s+/g, ' ').trim();
}
