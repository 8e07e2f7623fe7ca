import type { CircleBoard } from '../../../board/circle-board.svelte.ts';
import type { MemberId } from '../../../domain/ids.ts';
import type { Service } from '../../../domain/rota.ts';
import type { SessionRole } from '../../../domain/whose-turn.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { dateOf, inARow } from '../../dates.ts';

const words = {
  presenter: ['circle.turns.presents', 'circle.turns.presents-me'],
  steward: ['circle.turns.stewards', 'circle.turns.stewards-me'],
  observer: ['circle.turns.observes', 'circle.turns.observes-me'],
} as const;

/** "Suggested: Ana presents and you are steward." */
export function suggestionIn(
  t: Translate,
  circle: CircleBoard,
  roles: Readonly<Record<SessionRole, MemberId | null>>,
): string {
  const said = (['presenter', 'steward', 'observer'] as const).flatMap((role) => {
    const member = roles[role];
    const [named, mine] = words[role];
    if (member === null) return [];
    return member === circle.writer.me ? t(mine) : t(named, { name: circle.nameOf(member) });
  });
  return t('circle.turns.suggested', { roles: inARow(said) });
}

/** "You have presented in 0 of 3 sessions." Empty before the first one. */
export function minePresented(t: Translate, { times, of, last }: Service): string {
  if (of === 0) return '';
  return last === null
    ? t('circle.turns.you', { times, of })
    : t('circle.turns.you.last', { times, of, date: dateOf(last) });
}
