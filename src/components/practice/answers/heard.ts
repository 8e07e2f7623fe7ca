import type { Coach, CoachNote } from '../../../board/coach.ts';
import type { Translate } from '../../../i18n/translate.ts';

function line(text: string, kind = ''): HTMLElement {
  const made = document.createElement('p');
  made.className = kind;
  made.append(text);
  return made;
}

/** What there is to say to an answer: nothing of right or wrong. An empty text was said aloud. */
export async function hear(
  text: string,
  item: HTMLElement,
  t: Translate,
  load: () => Promise<Coach | null>,
): Promise<readonly HTMLElement[]> {
  if (text === '') return [line(t('practice.say.aloud'))];
  if (item.dataset['level'] === 'reflect') return [line(theirWords(text, item, t))];
  try {
    const coach = await load();
    if (coach === null) return [line(t('practice.say.no-coach'))];
    return item.dataset['level'] === 'back' ? closed(text, coach, t) : notes(text, coach, t);
  } catch (error) {
    console.warn('askwell: the coach did not come', error);
    return [line(t('practice.say.no-coach'))];
  }
}

function notes(text: string, coach: Coach, t: Translate): readonly HTMLElement[] {
  const found = coach.notes(text, 'explore');
  if (found.length === 0) return [line(t('practice.say.nothing'))];
  const title = document.createElement('h3');
  title.append(t('practice.say.heard'));
  return [title, ...found.flatMap((note) => noteOf(note))];
}

const noteOf = ({ because, recipe }: CoachNote): readonly HTMLElement[] => [
  line(because, 'because'),
  line(recipe, 'recipe'),
];

/** Where a question is closed on purpose, only an open one is worth a word. */
function closed(text: string, coach: Coach, t: Translate): readonly HTMLElement[] {
  const { label, isSure } = coach.classify(text, 'commit');
  if (!isSure) return [line(t('practice.say.nothing'))];
  const said = { open: 'practice.say.still-open', closed: 'practice.say.is-closed' } as const;
  return [line(t(label === 'open' || label === 'closed' ? said[label] : 'practice.say.nothing'))];
}

const plain = (text: string): string => text.toLowerCase().replace(/[“”"?!.,]/g, '');

function theirWords(text: string, item: HTMLElement, t: Translate): string {
  const words: unknown = JSON.parse(item.dataset['words'] ?? '[]');
  const all = Array.isArray(words) ? words.filter((one) => typeof one === 'string') : [];
  const mine = plain(text);
  const given = all.filter((one) => mine.includes(plain(one)));
  return given.length > 0
    ? t('practice.say.their-words', {
        words: given.map((one) => `“${one.replace(/[“”]/g, '')}”`).join(', '),
      })
    : t('practice.say.no-their-words');
}
