import { holds, type Picked, type Shortlist } from '../../domain/shortlist.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Each norm's words by its name. */
export type Library = ReadonlyMap<string, string>;

export const wordsOf = (picked: Picked, library: Library): string =>
  picked.kind === 'own' ? picked.text : (library.get(picked.name) ?? '');

interface Acts {
  readonly move: (at: number, by: number) => void;
  readonly off: (picked: Picked) => void;
}

/** Fills the two lists of the page from its templates. */
export function rowsOf(page: HTMLElement, library: Library, t: Translate) {
  const mine = page.querySelector('.mine ol');
  const theirs = page.querySelector('.theirs ol');

  function row(template: string, picked: Picked, other: Shortlist) {
    const first = page.querySelector<HTMLTemplateElement>(template)?.content.firstElementChild;
    const item = first?.cloneNode(true);
    if (!(item instanceof HTMLElement)) throw new Error(`the page has no ${template}`);
    const text = wordsOf(picked, library);
    item.querySelector('.person')?.append(text);
    const act = (selector: string, name: string, does: () => void): void => {
      const button = item.querySelector(selector);
      button?.setAttribute('aria-label', name);
      button?.addEventListener('click', does);
    };
    const isOnBoth = holds(other, picked);
    if (!isOnBoth) item.querySelector('.both')?.remove();
    return { item, text, isOnBoth, act };
  }

  return {
    showMine(list: Shortlist, other: Shortlist, acts: Acts): void {
      mine?.replaceChildren(
        ...list.map((picked, at) => {
          const { item, text: norm, act } = row('.my-row', picked, other);
          act('.up', t('shortlist.up.about', { norm }), () => acts.move(at, -1));
          act('.down', t('shortlist.down.about', { norm }), () => acts.move(at, 1));
          act('.off', t('shortlist.off.about', { norm }), () => acts.off(picked));
          if (at === 0) item.querySelector('.up')?.remove();
          if (at === list.length - 1) item.querySelector('.down')?.remove();
          item.addEventListener('keydown', (event) => {
            const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
            if (!by || !event.altKey) return;
            event.preventDefault();
            acts.move(at, by);
          });
          return item;
        }),
      );
    },
    showTheirs(list: Shortlist, other: Shortlist, take: (picked: Picked) => void): void {
      theirs?.replaceChildren(
        ...list.map((picked) => {
          const { item, text: norm, isOnBoth, act } = row('.their-row', picked, other);
          act('.take', t('shortlist.take.about', { norm }), () => take(picked));
          if (isOnBoth) item.querySelector('.take')?.parentElement?.remove();
          return item;
        }),
      );
    },
    /** Goes on where somebody moved a norm from; at an end, to what is left there. */
    focus(at: number, selector: string): void {
      const item = mine?.children[at];
      const button =
        item?.querySelector<HTMLElement>(selector) ?? item?.querySelector<HTMLElement>('button');
      button?.focus();
    },
  };
}
