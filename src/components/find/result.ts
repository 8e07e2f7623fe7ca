import { excerptOf } from './excerpt.ts';
import type { Found } from './search.ts';

/** One place that was found, as an item of the list. */
export function resultOf({ to, page, heading, text, terms }: Found, base: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + to;
  link.textContent = heading || page;
  const where = document.createElement('p');
  where.className = 'label';
  where.textContent = heading ? page : '';
  const excerpt = document.createElement('p');
  excerpt.append(
    ...excerptOf(text, terms).map(({ text: piece, isMarked }) => {
      if (!isMarked) return piece;
      const mark = document.createElement('mark');
      mark.textContent = piece;
      return mark;
    }),
  );
  item.append(...(heading ? [where] : []), link, ...(text ? [excerpt] : []));
  return item;
}
