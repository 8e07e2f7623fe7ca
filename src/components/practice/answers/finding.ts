import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

/** The question, each of its words to be pressed, until the ones that judge are found. */
export const beginFinding: Begin = ({ item, t }) => {
  const asked = partOf(item, '.asked', HTMLElement);
  const said = partOf(item, '.find', HTMLElement);
  const verdict = item.dataset['verdict'] ?? '';
  const question = asked.dataset['question'] ?? asked.textContent.trim();
  asked.dataset['question'] = question;
  const from = question.indexOf(verdict);

  const restore = (): void => {
    const mark = document.createElement('mark');
    mark.append(verdict);
    asked.replaceChildren(question.slice(0, from), mark, question.slice(from + verdict.length));
    asked.removeAttribute('role');
    asked.removeAttribute('aria-label');
    const why = item.querySelector('.judges span')?.textContent ?? '';
    said.textContent = `${t('practice.say.found', { words: verdict })} ${why}`;
    asked.classList.remove('pressable');
    item.querySelector<HTMLElement>('.field')?.focus();
  };

  said.textContent = t('practice.say.find');
  asked.classList.add('pressable');
  asked.setAttribute('role', 'group');
  asked.setAttribute('aria-label', question);
  const nodes: (Node | string)[] = [];
  for (const match of question.matchAll(/\S+/g)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(match[0]);
    const isVerdict = match.index < from + verdict.length && match.index + match[0].length > from;
    button.addEventListener('click', () => {
      if (isVerdict) restore();
      else {
        // Disabled, it would lose the focus of whoever goes by keys.
        button.ariaDisabled = 'true';
        const word = match[0].replaceAll(/^\P{L}+|\P{L}+$/gu, '');
        said.textContent = t('practice.say.not-that', { word });
      }
    });
    nodes.push(button, ' ');
  }
  asked.replaceChildren(...nodes);
};
