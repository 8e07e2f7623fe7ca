import type { Reached } from '../../board/people.ts';
import type { Translate } from '../../i18n/translate.ts';

/** How a member is reached, in a word or two. */
export function reachedIn(t: Translate, reached: Reached): string {
  switch (reached.how) {
    case 'me':
      return t('session.reach.me');
    case 'direct':
      return t('session.reach.direct');
    case 'turn':
      return t('session.reach.turn');
    case 'relay':
      return t('session.reach.relay');
    case 'through':
      return reached.seat
        ? t('session.reach.through', { name: reached.seat.member.name })
        : t('session.reach.through-someone');
    case 'away':
      return t('session.reach.away');
    case 'gone':
      return t('session.reach.gone');
  }
}
