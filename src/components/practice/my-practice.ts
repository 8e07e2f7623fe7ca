import { PracticeBook } from '../../board/practice-book.ts';
import type { Known } from '../../domain/practice/act.ts';
import { practiceFile, type LevelItems } from '../../domain/practice/kept.ts';
import { dateOf, isBack, localDay, type Practised } from '../../domain/practice/repetition.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { saveFile } from '../files/save-file.ts';
import { unexpected } from './answers/round.ts';
import { localeOf, ownWords } from '../own-words.ts';
import { partOf } from '../part-of.ts';
import { picture } from './picture.ts';

/** Shows what I have practised, saves it and forgets it; hidden while there is nothing. */
export function defineMyPractice(): void {
  customElements.define('my-practice', MyPractice);
}

class MyPractice extends HTMLElement {
  readonly #book = new PracticeBook();
  #t: Translate = translator({});
  #levels: readonly LevelItems[] = [];

  connectedCallback(): void {
    this.#t = ownWords(this);
    this.#levels = JSON.parse(this.dataset['levels'] ?? '[]');
    const dialog = partOf(this, 'dialog', HTMLDialogElement);
    partOf(this, '.forget', HTMLElement).addEventListener('click', () => dialog.showModal());
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') this.#forget();
      dialog.returnValue = '';
    });
    partOf(this, '.save', HTMLElement).addEventListener('click', () => {
      this.#book.read().then((known) => {
        const content = new Blob([practiceFile(known, this.#levels)], { type: 'application/json' });
        saveFile({ name: 'askwell-practice.json', content });
      }, unexpected);
    });
    const show = (): void => {
      this.#book
        .read()
        .then((known) => this.#show(known))
        .catch(unexpected);
    };
    show();
    addEventListener('pageshow', show);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) show();
    });
  }

  #show({ practised }: Known): void {
    this.hidden = practised.size === 0;
    if (this.hidden) return;
    const today = localDay(new Date());
    const rows = this.#levels
      .map(({ title, items }) => {
        const done = items.flatMap((item) => practised.get(item) ?? []);
        return { title, done, back: done.filter(({ back }) => back !== null) };
      })
      .filter(({ done }) => done.length > 0);
    const counted = rows.map((row) => ({
      title: row.title,
      done: row.done.length,
      back: row.back.length,
    }));
    const svg = picture(counted, this.#t('practice.picture.said'));
    partOf(this, '.drawn', HTMLElement).replaceChildren(svg);
    partOf(this, 'tbody', HTMLElement).replaceChildren(
      ...rows.map(({ title, done, back }) => {
        const row = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.append(title);
        row.append(head, cell(String(done.length)), cell(this.#whenBack(back, today)));
        return row;
      }),
    );
  }

  #whenBack(back: readonly Practised[], today: number): string {
    const now = back.filter((one) => isBack(one, today));
    if (now.length > 0) return this.#t('practice.picture.today', { count: now.length });
    const last = Math.max(...back.map((one) => one.back ?? 0));
    if (back.length === 0) return this.#t('practice.picture.none');
    const date = new Intl.DateTimeFormat(localeOf(this), { day: 'numeric', month: 'long' });
    return this.#t('practice.picture.on', { count: back.length, date: date.format(dateOf(last)) });
  }

  #forget(): void {
    const said = document.querySelector<HTMLElement>('.forgotten');
    const say = (words: string): void => {
      if (said) said.textContent = words;
      said?.focus();
    };
    this.#book.forget().then(
      () => {
        this.hidden = true;
        say(this.#t('practice.forget.done'));
      },
      (error: unknown) => {
        console.warn('askwell: what was practised could not be deleted', error);
        say(this.#t('practice.forget.failed'));
      },
    );
  }
}

function cell(text: string): HTMLElement {
  const made = document.createElement('td');
  made.append(text);
  return made;
}
