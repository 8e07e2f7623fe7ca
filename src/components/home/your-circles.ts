import { summariesIn, SUMMARIES, type CircleSummary } from '../../domain/circle-summary.ts';
import { initialOf } from '../../domain/member.ts';
import type { Translate } from '../../i18n/translate.ts';
import { localeOf, ownWords } from '../own-words.ts';

const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** Lists the circles that this browser remembers; stays hidden while there are none. */
export function defineYourCircles(): void {
  customElements.define(
    'your-circles',
    class extends HTMLElement {
      connectedCallback(): void {
        const locale = localeOf(this);
        const t = ownWords(this);
        const list = this.querySelector('ul');
        const row = this.querySelector('template')?.content.firstElementChild;
        if (!list || !row) return;

        const show = (): void => {
          const summaries = summariesIn(stored());
          list.replaceChildren(
            ...summaries.map((summary) =>
              filled(row, summary, sentencesOf(summary, t, locale), this.dataset['circle'] ?? ''),
            ),
          );
          this.hidden = summaries.length === 0;
        };
        show();
        addEventListener('storage', show);
        addEventListener('pageshow', show);
      }
    },
  );
}

/** `null` where the browser keeps nothing for this site: then there are no circles to list. */
function stored(): string | null {
  try {
    return localStorage.getItem(SUMMARIES);
  } catch {
    return null;
  }
}

function filled(row: Element, summary: CircleSummary, about: string, circle: string): Node {
  const item = row.cloneNode(true);
  if (!(item instanceof Element)) return item;
  const link = item.querySelector('a');
  link?.setAttribute('href', `${circle}#my-${encodeURIComponent(summary.id)}`);
  link?.append(summary.name);
  item.querySelector('p')?.append(about);

  const crowd = item.querySelector('.crowd');
  crowd?.setAttribute('aria-label', summary.members.map(({ name }) => name).join(', '));
  crowd?.append(
    ...summary.members.map(({ name, colour }) => {
      const seat = document.createElement('span');
      seat.className = `seat m${colour}`;
      seat.textContent = initialOf(name);
      return seat;
    }),
  );
  if (summary.members.length === 0) crowd?.remove();
  return item;
}

function sentencesOf(summary: CircleSummary, t: Translate, locale: string): string {
  const { next, lastMet, openCommitments } = summary;
  const ahead = next && next.at > Date.now() - HALF_A_DAY ? next : null;
  const sentences = [
    ahead
      ? t('home.circles.next', { date: momentOf(ahead.at, locale) })
      : t('home.circles.no-date'),
  ];
  if (openCommitments > 0) sentences.push(t('home.circles.actions', { count: openCommitments }));
  else if (lastMet === null) sentences.push(t('home.circles.not-met'));
  else if (!ahead) sentences.push(t('home.circles.last-met', { date: dayOf(lastMet, locale) }));
  return sentences.join(' ');
}

function momentOf(time: number, locale: string): string {
  return new Intl.DateTimeFormat(formatsOf(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(time);
}

function dayOf(time: number, locale: string): string {
  return new Intl.DateTimeFormat(formatsOf(locale), { day: 'numeric', month: 'long' }).format(time);
}

/** The page's language, written as this person's country writes it: `en` becomes `en-GB`. */
function formatsOf(locale: string): string {
  return navigator.languages.find((language) => language.split('-')[0] === locale) ?? locale;
}
