import { loadCoach } from '../../../board/coach.ts';
import { beginMoments } from './moments.ts';
import { beginFinding } from './finding.ts';
import { hear } from './heard.ts';
import { partOf } from '../../part-of.ts';
import { unexpected, type Begin } from './round.ts';

/** Somebody who has not typed for so long has a moment to have it kept, ms. */
const SETTLED = 400;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** A question, or a few words, in my own words or aloud; then the coach, other ways, and what I think of it. */
export const beginWritten: Begin = (round) => {
  const { item, t, locale, wrote, isDraft, keep, answered } = round;
  const level = item.dataset['level'];
  const field = partOf(item, '.field', HTMLTextAreaElement);
  const count = partOf(item, '.count', HTMLElement);
  const heard = partOf(item, '.heard', HTMLElement);
  field.id = `${item.id}-words`;
  partOf(item, '.yours label', HTMLLabelElement).htmlFor = field.id;
  if (level === 'verdict') beginFinding(round);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    if (timer !== undefined) keep(field.value);
    timer = undefined;
  };
  const showCount = (): void => {
    const words = wordsIn(field.value);
    const isCounted = level === 'strip' || level === 'reflect';
    count.textContent = isCounted && words > 0 ? t('practice.say.words', { count: words }) : '';
  };
  if (isDraft) field.value = wrote;
  showCount();
  field.addEventListener('input', () => {
    showCount();
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED);
  });
  field.addEventListener('blur', settle);
  addEventListener('pagehide', settle);

  const finish = async (text: string): Promise<void> => {
    settle();
    removeEventListener('pagehide', settle);
    field.readOnly = true;
    partOf(item, '.yours', HTMLElement).hidden = field.value.trim() === '';
    partOf(item, '.acts', HTMLElement).hidden = true;
    heard.replaceChildren(
      ...(await hear(text, item, t, () => loadCoach(locale))),
      ...(wrote && !isDraft ? [paragraph(t('practice.say.before', { words: wrote }))] : []),
    );
    const ticks = item.querySelector<HTMLElement>('.ticks');
    if (ticks) ticks.hidden = false;
    if (level === 'back' && text !== '') beginMoments(round);
    else answered(true, true);
    heard.tabIndex = -1;
    heard.focus();
  };
  const look = (): void => {
    if (field.readOnly) return;
    if (field.value.trim() === '') field.focus();
    else finish(field.value.trim()).catch(unexpected);
  };
  partOf(item, '.look', HTMLButtonElement).addEventListener('click', look);
  partOf(item, '.aloud', HTMLButtonElement).addEventListener('click', () => {
    finish('').catch(unexpected);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    look();
  });
};

function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = 'label';
  made.append(text);
  return made;
}
