import type { BookPart } from '../../../domain/cycle-book.ts';
import type { Recap } from '../../../domain/recap.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { calendarDay } from '../../dates.ts';

/** A recap in the order in which one reads it. Empty parts are left out. */
export function recapParts(t: Translate, recap: Recap, words: string): BookPart[] {
  const part = (heading: string, texts: readonly string[]): BookPart => ({
    heading,
    lines: texts.filter((text) => text.trim() !== '').map((text) => ({ text, below: [] })),
  });
  const opened = recap.questions.filter((question) => question.opened);
  const others = recap.questions.filter((question) => !question.opened);
  return [
    part(t('circle.recap.keep'), words.split('\n')),
    part(t('circle.recap.brought'), [recap.challenge, recap.focus]),
    part(t('circle.recap.learned'), recap.learnings),
    {
      heading: t('circle.recap.action'),
      lines: recap.actions.map(({ text, by }) => ({
        text: by ? t('circle.recap.action.by', { action: text, date: calendarDay(by) }) : text,
        below: [],
      })),
    },
    {
      heading: t('circle.recap.told'),
      lines: recap.told.map(({ text, learned }) => ({
        text: text || learned,
        below: text ? [learned] : [],
      })),
    },
    part(
      t('circle.recap.opened'),
      opened.map(({ text }) => text),
    ),
    part(t('circle.recap.asked'), [
      ...others.map(({ text }) => text),
      recap.spoken > 0 && recap.questions.length > 0
        ? t('circle.recap.spoken', { count: recap.spoken })
        : '',
    ]),
  ].filter(({ lines }) => lines.length > 0);
}
