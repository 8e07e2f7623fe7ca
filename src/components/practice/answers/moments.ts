import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

/** When would one want the closed question? One of the moments is right. */
export const beginMoments: Begin = ({ item, answered }) => {
  partOf(item, '.answer', HTMLDetailsElement).open = true;
  item.classList.add('answered');
  const list = partOf(item, '.moments', HTMLElement);
  list.classList.add('choosing');
  for (const place of list.querySelectorAll('li')) {
    place.classList.remove('chosen');
    const [text, why] = place.children;
    if (!text || !why) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn moment';
    button.append(text.textContent ?? '');
    text.replaceWith(button);
    button.addEventListener('click', () => {
      list.classList.remove('choosing');
      place.classList.add('chosen');
      for (const other of list.querySelectorAll('li')) {
        const words = document.createElement('p');
        words.append(other.querySelector('button')?.textContent ?? '');
        other.querySelector('button')?.replaceWith(words);
      }
      why.setAttribute('role', 'status');
      why.append('');
      answered(place.dataset['right'] !== undefined && place.dataset['right'] !== 'false', false);
    });
  }
};
