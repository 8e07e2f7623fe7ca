import { isGoodOrder } from '../../../domain/practice/in-order.ts';
import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

const byKey: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Six questions that move up and down by buttons, or with Alt and the arrows. */
export const beginSequence: Begin = ({ item, t, answered }) => {
  const list = partOf(item, '.order', HTMLElement);
  const moved = partOf(item, '.moved', HTMLElement);
  const template = item.ownerDocument.createElement('div');
  const places = (): HTMLElement[] => [...list.querySelectorAll('li')];
  const question = (place: Element): string => place.querySelector('.person')?.textContent ?? '';

  const move = (place: HTMLElement, by: number): void => {
    const at = places().indexOf(place);
    const other = places()[at + by];
    if (!other) return;
    if (by < 0) other.before(place);
    else other.after(place);
    moved.textContent = t('practice.say.moved', {
      n: at + by + 1,
      all: places().length,
      question: question(place),
    });
    const buttons = place.querySelectorAll<HTMLElement>('button');
    buttons[by < 0 ? 0 : 1]?.focus();
  };

  template.className = 'moves';
  for (const place of places()) {
    place.querySelector('.moves')?.remove();
    const moves = template.cloneNode();
    for (const [by, sign, key] of [
      [-1, '↑', 'practice.say.up'],
      [1, '↓', 'practice.say.down'],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn';
      button.append(sign);
      button.setAttribute('aria-label', t(key, { question: question(place) }));
      button.addEventListener('click', () => move(place, by));
      moves.appendChild(button);
    }
    place.append(moves);
    place.onkeydown = (event) => {
      const by = byKey[event.key];
      if (by === undefined || !event.altKey) return;
      event.preventDefault();
      move(place, by);
    };
  }

  const reveal = (said: string, isGood: boolean, isMyCall: boolean): void => {
    for (const moves of list.querySelectorAll('.moves')) moves.remove();
    partOf(item, '.acts', HTMLElement).hidden = true;
    partOf(item, '.heard', HTMLElement).textContent = said;
    answered(isGood, isMyCall);
  };
  partOf(item, '.aloud', HTMLButtonElement).addEventListener('click', () => {
    reveal(t('practice.say.aloud'), true, true);
  });
  partOf(item, '.check', HTMLButtonElement).addEventListener('click', () => {
    const order = places().map((place) => Number(place.dataset['place']));
    const others: unknown = JSON.parse(item.dataset['others'] ?? '[]');
    const isGood = isGoodOrder(order, Array.isArray(others) ? others : []);
    reveal(t(isGood ? 'practice.say.good-order' : 'practice.say.other-order'), isGood, false);
  });
};
