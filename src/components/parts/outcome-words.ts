import type { Outcome } from '../../domain/commitment.ts';
import type { Translate } from '../../i18n/translate.ts';

/** What came of an action, in words of one weight. */
export const outcomeWords = (t: Translate): Readonly<Record<Outcome, string>> => ({
  did: t('session.report.did'),
  partly: t('session.report.partly'),
  'not-yet': t('session.report.not-yet'),
  changed: t('session.report.changed'),
  'let-go': t('session.report.let-go'),
});
