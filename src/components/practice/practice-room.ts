import { PracticeBook } from '../../board/practice-book.ts';
import type { Known } from '../../domain/practice/act.ts';
import { A_DAY, leftToday, nextOnes } from '../../domain/practice/five.ts';
import { isBack, localDay } from '../../domain/practice/repetition.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import { beginOf } from './answers.ts';
import { unexpected, type Round } from './answers/round.ts';
import { localeOf, ownWords } from '../own-words.ts';
import { partOf } from '../part-of.ts';
import { bring } from './bring.ts';
import { goOnWith, hasLostFocus } from './way-on.ts';

/** After so many in one visit it may be enough; sorting is quick. */
const PLENTY = { sort: 8, other: 5 };

/** Shows the exercises of a page one at a time, and keeps what came of them. */
export function definePracticeRoom(): void {
  customElements.define('practice-room', PracticeRoom);
}

class PracticeRoom extends HTMLElement {
  readonly #book = new PracticeBook();
  #t: Translate = translator({});
  #known: Known = { practised: new Map(), words: new Map() };
  #left: HTMLElement[] = [];
  #done = 0;

  connectedCallback(): void {
    this.#t = ownWords(this);
    this.#part('.more').addEventListener('click', () => this.#begin(true));
    addEventListener('hashchange', () => {
      const asked = this.#asked();
      if (asked) this.#show(asked, true);
    });
    this.#begin(false);
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.exercise')];
  }

  #part(selector: string): HTMLElement {
    return partOf(this, selector, HTMLElement);
  }

  /** The exercise that the address names. */
  #asked(): HTMLElement | undefined {
    return this.#items.find(({ id }) => id === location.hash.slice(1));
  }

  #begin(isMore: boolean): void {
    this.#gather(isMore).then(
      () => this.#next(isMore),
      (error: unknown) => {
        console.warn('askwell: today’s five did not come', error);
        this.#tell(this.#t('practice.say.today-failed'));
      },
    );
  }

  /** Puts together what is to do now: what is back, what is new, or all over again. */
  async #gather(isMore: boolean): Promise<void> {
    this.#known = await this.#book.read();
    const today = localDay(new Date());
    const known = [...this.#known.practised.values()];
    if (this.dataset['today'] !== undefined) {
      const levels: unknown = JSON.parse(this.dataset['today']);
      const most = isMore ? A_DAY : leftToday(known, today);
      const ids = Array.isArray(levels) ? nextOnes(levels, known, today, most) : [];
      for (const item of this.#items) item.remove();
      this.#left = await bring(ids, this.dataset['practice'] ?? '');
      this.#part('.end').before(...this.#left);
      this.#left.forEach((item, at) => {
        const nth = this.#t('practice.say.nth', { n: at + 1, all: this.#left.length });
        partOf(item, '.nth', HTMLElement).textContent = nth;
        item.hidden = true;
      });
      return;
    }
    const of = ({ id }: HTMLElement) => this.#known.practised.get(id);
    const back = this.#items.filter((item) => {
      const row = of(item);
      return row !== undefined && isBack(row, today);
    });
    const left = [...back, ...this.#items.filter((item) => of(item) === undefined)];
    const asked = isMore ? undefined : this.#asked();
    const rest = (left.length > 0 ? left : this.#items).filter((item) => item !== asked);
    this.#left = asked ? [asked, ...rest] : rest;
  }

  #next(byMe: boolean): void {
    const item = this.#left.shift();
    if (item) {
      this.#show(item, byMe);
      return;
    }
    for (const one of this.#items) one.hidden = true;
    const end = this.#part('.end');
    end.hidden = false;
    if (byMe) partOf(end, 'h2', HTMLElement).focus();
  }

  #show(item: HTMLElement, byMe: boolean): void {
    for (const one of this.#items) one.hidden = one !== item;
    this.#part('.end').hidden = true;
    this.#put(item);
    if (this.dataset['today'] === undefined && byMe) history.replaceState(null, '', `#${item.id}`);
    if (!byMe) return;
    const heading = partOf(item, '.nth', HTMLElement);
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }

  /** Puts the controls of its level into an exercise, as if nobody had answered it. */
  #put(item: HTMLElement): void {
    for (const added of item.querySelectorAll('[data-added]')) added.remove();
    const answer = partOf(item, '.answer', HTMLDetailsElement);
    answer.open = false;
    item.classList.remove('answered');
    item.classList.add('now');
    const level = item.dataset['level'] ?? '';
    const controls = this.#template(level) ?? this.#template('done');
    for (const part of [...(controls?.children ?? [])]) {
      part.setAttribute('data-added', '');
      if (part.matches('.ticks')) answer.after(part);
      else answer.before(part);
    }
    const begin = beginOf(level);
    if (begin) begin(this.#round(item));
  }

  #template(name: string): DocumentFragment | undefined {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-for="${name}"]`);
    return template ? document.importNode(template.content, true) : undefined;
  }

  #round(item: HTMLElement): Round {
    const wrote = this.#known.words.get(item.id) ?? '';
    return {
      item,
      t: this.#t,
      locale: localeOf(this),
      wrote,
      isDraft: wrote !== '' && !this.#known.practised.has(item.id),
      keep: (text) => this.#keep({ kind: 'wrote', item: item.id, text }),
      answered: (wentWell, isMyCall) => this.#answered(item, wentWell, isMyCall),
    };
  }

  #answered(item: HTMLElement, wentWell: boolean, isMyCall: boolean): void {
    this.#did(item, wentWell);
    this.#done += 1;
    item.classList.add('answered');
    partOf(item, '.answer', HTMLDetailsElement).open = true;
    const go = this.#template('go')?.firstElementChild;
    if (!(go instanceof HTMLElement)) return;
    go.dataset['added'] = '';
    item.append(go);
    const fate = partOf(go, '.fate', HTMLElement);
    const letBack = partOf(go, '.let-back', HTMLButtonElement);
    const next = partOf(go, '.onward', HTMLButtonElement);
    const plenty = item.dataset['level'] === 'sort' ? PLENTY.sort : PLENTY.other;
    if (!wentWell) fate.textContent = this.#t('practice.say.comes-back');
    else if (this.#done === plenty && this.dataset['today'] === undefined)
      fate.textContent = this.#t('practice.say.five');
    letBack.hidden = !wentWell || !isMyCall;
    letBack.addEventListener('click', () => {
      this.#did(item, false);
      fate.textContent = this.#t('practice.say.will-come-back');
      letBack.hidden = true;
      next.focus();
    });
    next.addEventListener('click', () => this.#next(true));
    partOf(go, '.again', HTMLButtonElement).addEventListener('click', () => this.#show(item, true));
    if (!isMyCall || hasLostFocus()) goOnWith(next, item);
  }

  #did(item: HTMLElement, wentWell: boolean): void {
    this.#keep({ kind: 'did', item: item.id, wentWell, day: localDay(new Date()) });
  }

  #keep(act: Parameters<PracticeBook['add']>[0]): void {
    this.#book.add(act).then((isKept) => {
      this.#tell(isKept ? '' : this.#t('practice.say.not-kept'));
    }, unexpected);
  }

  #tell(words: string): void {
    const place = this.#part('.not-kept');
    if (place.textContent !== words) place.textContent = words;
  }
}
