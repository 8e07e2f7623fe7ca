import type { Translate } from '../../i18n/translate.ts';

type Known = 'seed60' | 'seed30' | 'pair40' | 'first75' | 'review30';

const isKnown = (format: string): format is Known =>
  ['seed60', 'seed30', 'pair40', 'first75', 'review30'].includes(format);

/** The name of a format; one that only a newer Askwell knows is just a session. */
export const formatName = (t: Translate, format: string): string =>
  isKnown(format) ? t(`circle.format.${format}`) : t('circle.format.other');

export const formatNote = (t: Translate, format: string): string =>
  isKnown(format) ? t(`circle.format.${format}.note`) : '';
