import { keepShortlist, myShortlist } from '../../board/shortlist.ts';
import { holds, MOST_NORMS, withPicked, without, type Picked } from '../../domain/shortlist.ts';
import { ownWords } from '../own-words.ts';

/** Puts a button on each norm of the page that puts it on the shortlist, and says how many are on it. */
export function defineNormPicks(): void {
  customElements.define(
    'norm-picks',
    class extends HTMLElement {
      connectedCallback(): void {
        const t = ownWords(this);
        const status = this.querySelector('[role=status]');
        const template = this.querySelector('template')?.content.firstElementChild;
        if (!status || !template) return;

        const all = document.querySelector<HTMLElement>('.pick-all');
        const look = this.querySelector('a');
        const show = (): void => {
          const list = myShortlist();
          for (const [picked, norm, button] of buttons) {
            const isOn = holds(list, picked);
            button.classList.toggle('is-on', isOn);
            const name = isOn ? 'shortlist.picked.about' : 'shortlist.pick.about';
            button.setAttribute('aria-label', t(name, { norm }));
          }
          const isFull = list.length >= MOST_NORMS;
          const words = isFull ? t('shortlist.full') : t('shortlist.count', { count: list.length });
          this.hidden = list.length === 0;
          const left = buttons.filter(([picked]) => !holds(list, picked));
          if (all) {
            all.hidden = left.length === 0 || list.length + left.length > MOST_NORMS;
            all.textContent = t('shortlist.pick-all', { count: buttons.length });
          }
          if (status.textContent !== words) status.textContent = words;
        };

        const buttons: [Picked, string, Element][] = [];
        for (const place of document.querySelectorAll<HTMLElement>('[data-norm], .norms li')) {
          const button = template.cloneNode(true);
          if (!(button instanceof Element)) continue;
          const picked: Picked = { kind: 'library', name: nameOf(place) };
          button.addEventListener('click', () => {
            const list = myShortlist();
            keepShortlist(holds(list, picked) ? without(list, picked) : withPicked(list, picked));
            show();
          });
          place.append(button);
          buttons.push([picked, textOf(place), button]);
        }
        all?.addEventListener('click', () => {
          keepShortlist(
            buttons.reduce((list, [picked]) => withPicked(list, picked), myShortlist()),
          );
          show();
          look?.focus();
        });
        show();
        addEventListener('storage', show);
        addEventListener('pageshow', show);
      }
    },
  );
}

/** The library's links lead to each norm by its name. */
const nameOf = (place: HTMLElement): string =>
  place.dataset['norm'] ?? place.querySelector('a')?.hash.slice(1) ?? '';

/** The norm itself stands first in its place, or is the heading beside it. */
function textOf(place: Element): string {
  const norm = place.querySelector('a, .person') ?? place.parentElement?.querySelector('h2');
  return norm?.textContent?.trim() ?? '';
}
