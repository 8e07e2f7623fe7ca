import type { Heard, HeardAs, PracticeConversation } from './practice-conversation.ts';

export const tries = [
  'need',
  'intention',
  'one',
  'verdict',
  'reflect',
  'open',
  'stay',
  'step',
] as const;
export type ToTry = (typeof tries)[number];

/** The one thing to try in the next conversation. */
export function whatToTry({ turns }: PracticeConversation): ToTry {
  const has = (...kinds: readonly HeardAs[]) =>
    turns.filter(({ heard }) => kinds.includes(heard.as)).length;
  if (has('advice') > 0) return 'need';
  if (has('why-blame') > 0) return 'intention';
  if (has('judging') > 0) return 'verdict';
  if (has('stacked', 'long') > 0) return 'one';
  if (has('closed', 'fact', 'either-or', 'scale') > has('open')) return 'open';
  if (has('reflection') === 0) return 'reflect';
  if (has('promise') === 0) return 'step';
  return 'stay';
}

/** What opens more than a thing that would close a presenter; null where it closes nobody. */
export function instead({ as }: Heard): ToTry | null {
  if (as === 'advice') return 'need';
  if (as === 'why-blame') return 'intention';
  return as === 'judging' ? 'verdict' : null;
}
