import type { HeardAs, Turn } from '../../../domain/practice/conversation/practice-conversation.ts';
import type { Translate } from '../../../i18n/translate.ts';

/** What neither opened nor closed anything, and is not about the matter. */
const beside = ['greeting', 'thanks', 'unclear', 'other-language', 'off-topic', 'made-up'] as const;
const shuts = ['advice', 'why-blame', 'judging'] as const;

const isOneOf = <One extends HeardAs>(kinds: readonly One[], as: HeardAs): as is One =>
  kinds.some((kind) => kind === as);

/** What a turn did to the presenter, in words. */
export function whatItDid({ effect, heard: { as } }: Turn, name: string, t: Translate): string {
  if (effect === 'opened' || effect === 'told')
    return t(`conversation.say.did.${effect}`, { name });
  if (isOneOf(shuts, as)) return t(`conversation.say.did.closed.${as}`, { name });
  if (isOneOf(beside, as)) return t('conversation.say.did.same.other');
  if (as === 'repeat' || as === 'silence') return t(`conversation.say.did.same.${as}`);
  return t(`conversation.say.did.same.${as}`, { name });
}

/** My part of a turn: my words, or what I did aloud. */
export function whatISaid({ asked, heard: { as } }: Turn, t: Translate): string {
  if (asked !== '') return asked;
  const known = isOneOf(['closed', 'reflection', 'advice', 'silence'], as) ? as : 'open';
  return t(`conversation.say.aloud.${known}`);
}
