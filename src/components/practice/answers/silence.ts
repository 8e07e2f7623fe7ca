import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

/** A silence of my own length. Nothing moves on the page but a ring, and not even that where motion is unwelcome. */
export const beginSilence: Begin = ({ item, t, answered }) => {
  const hush = partOf(item, '.hush', HTMLElement);
  const said = partOf(item, '.heard', HTMLElement);
  const start = partOf(item, '.start', HTMLButtonElement);
  const stop = partOf(item, '.stop', HTMLButtonElement);
  const lengths = [...item.querySelectorAll<HTMLInputElement>('.how-long input')];
  for (const length of lengths) {
    length.name = `${item.id}-seconds`;
    length.checked = length.value === item.dataset['seconds'];
  }
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (words: string): void => {
    clearTimeout(timer);
    hush.classList.remove('is-on');
    said.textContent = words;
    partOf(item, '.acts', HTMLElement).hidden = true;
    answered(true, true);
  };
  start.addEventListener('click', () => {
    const seconds = Number(
      lengths.find(({ checked }) => checked)?.value ?? item.dataset['seconds'],
    );
    hush.style.setProperty('--seconds', `${seconds}s`);
    hush.classList.add('is-on');
    said.textContent = t('practice.say.hush');
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
    timer = setTimeout(() => end(t('practice.say.enough')), seconds * 1000);
  });
  stop.addEventListener('click', () => end(t('practice.say.ended')));
};
