import type { Choice } from '../../../domain/choice.ts';
import type { Translate } from '../../../i18n/translate.ts';

type Said = Pick<Choice, 'way' | 'words' | 'sessions' | 'keeps'>;

/** A choice as the circle says it. */
export function choiceLine(t: Translate, { way, words, sessions, keeps }: Said): string {
  if (way === 'close') return t(`session.decide.close.${keeps}`);
  if (sessions === 0) return t('session.decide.on.open');
  return way === 'change'
    ? t('session.decide.changed', { count: sessions, words })
    : t('session.decide.on', { count: sessions });
}
