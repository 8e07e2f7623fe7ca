import { keepTally, tally } from '../../board/tally.ts';
import { ownWords } from '../own-words.ts';

/** Boxes to tap while others talk: a stroke for each thing that is heard. */
export function defineTallySheet(): void {
  customElements.define('tally-sheet', TallySheet);
}

class TallySheet extends HTMLElement {
  connectedCallback(): void {
    const t = ownWords(this);
    const boxes = [...this.querySelectorAll<HTMLButtonElement>('li button')];
    const status = this.querySelector('[role=status]');
    /** A sheet that was cleared by mistake comes back. */
    let cleared: readonly string[] = [];
    const say = (words: string): void => status?.replaceChildren(words);

    const show = (): void => {
      const heard = tally();
      for (const box of boxes) {
        const count = heard.filter((kind) => kind === box.value).length;
        box.querySelector('.count')?.replaceChildren(String(count));
        box.querySelector('.strokes')?.replaceChildren(strokes(count));
      }
      for (const act of this.querySelectorAll<HTMLButtonElement>('.acts button'))
        act.disabled = heard.length === 0 && (cleared.length === 0 || act.matches('.clear'));
    };
    for (const box of boxes) {
      box.addEventListener('click', () => {
        keepTally([...tally(), box.value]);
        show();
        say(
          t('practice.say.tally', {
            name: box.querySelector('b')?.textContent ?? '',
            count: Number(box.querySelector('.count')?.textContent),
          }),
        );
      });
    }
    this.querySelector('.take-back')?.addEventListener('click', () => {
      const heard = tally();
      keepTally(heard.length > 0 ? heard.slice(0, -1) : cleared);
      cleared = [];
      show();
    });
    this.querySelector('.clear')?.addEventListener('click', () => {
      cleared = tally();
      keepTally([]);
      show();
      say(t('practice.say.cleared'));
      boxes[0]?.focus();
    });
    show();
    addEventListener('storage', show);
    addEventListener('pageshow', show);
  }
}

/** Four strokes, and one across them makes five. */
function strokes(count: number): DocumentFragment {
  const all = document.createDocumentFragment();
  for (let five = 0; five + 5 <= count; five += 5) {
    const group = document.createElement('s');
    group.append('||||');
    all.append(group, ' ');
  }
  all.append('|'.repeat(count % 5));
  return all;
}
