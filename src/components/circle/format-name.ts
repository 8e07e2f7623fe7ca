import type { Translate } from '../../i18n/translate.ts';
import type { Content } from '../content.ts';

/** The name of a format; one that only a newer Askwell knows is just a session. */
export const formatName = (t: Translate, { formats }: Content, format: string): string =>
  formats.find(({ id }) => id === format)?.name ?? t('circle.format.other');
