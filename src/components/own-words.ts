import { translator, type Translate } from '../i18n/translate.ts';

/** The language in which a part of the page stands. */
export const localeOf = (part: Element): string =>
  part.closest('[lang]')?.getAttribute('lang') ?? 'en';

/** The words that the page has handed to an element of its own. */
export const ownWords = (element: HTMLElement): Translate =>
  translator(JSON.parse(element.dataset['words'] ?? '{}'), localeOf(element));
