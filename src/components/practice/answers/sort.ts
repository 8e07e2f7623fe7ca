import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

/** Says at once whether a question was put where it belongs. */
export const beginSort: Begin = ({ item, t, answered }) => {
  const choices = [...item.querySelectorAll<HTMLButtonElement>('.choices button[value]')];
  const right = choices.find(({ value }) => value === item.dataset['sort']);
  const verdict = partOf(item, '.notice', HTMLElement);
  const name = (button: Element | undefined): string =>
    button?.querySelector('b')?.textContent?.toLowerCase() ?? '';

  const aloud = partOf(item, '.aloud', HTMLButtonElement);
  const reveal = (said: string): void => {
    for (const choice of choices) choice.disabled = true;
    aloud.hidden = true;
    right?.classList.add('right');
    verdict.setAttribute('role', 'status');
    partOf(item, '.notice b', HTMLElement).textContent = said;
  };
  const choose = (chosen: HTMLButtonElement): void => {
    const isRight = chosen === right;
    chosen.classList.add('chosen');
    chosen.setAttribute('aria-pressed', 'true');
    reveal(t(isRight ? 'practice.say.right' : 'practice.say.other', { answer: name(right) }));
    answered(isRight, false);
  };
  aloud.addEventListener('click', () => {
    reveal(t('practice.say.it-is', { answer: name(right) }));
    answered(true, true);
    verdict.tabIndex = -1;
    verdict.focus();
  });
  for (const choice of choices) choice.addEventListener('click', () => choose(choice));

  partOf(item, '.choices', HTMLElement).dataset['keys'] = 'on';
  const onKey = (event: KeyboardEvent): void => {
    const chosen = choices[Number(event.key) - 1];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (chosen && !chosen.disabled && isPlain) choose(chosen);
  };
  partOf(item, '.choices', HTMLElement).addEventListener('keydown', onKey);
  // Focus is here after "Next", too.
  partOf(item, '.nth', HTMLElement).onkeydown = onKey;
};
