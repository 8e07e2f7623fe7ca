import { loadCoach, type Coach } from '../../../board/coach.ts';
import { loadHearing } from '../../../board/presenter-hearing.ts';
import { keepConversation, keptConversation } from '../../../board/kept-conversation.ts';
import { hear, heardAloud } from '../../../domain/practice/conversation/hear.ts';
import type {
  Hearing,
  Manners,
  PracticeCase,
} from '../../../domain/practice/conversation/practice-case.ts';
import {
  beginning,
  heardAs,
  most,
  plenty,
  type Heard,
  type PracticeConversation as Conversation,
} from '../../../domain/practice/conversation/practice-conversation.ts';
import { withReply } from '../../../domain/practice/conversation/reply.ts';
import { instead, whatToTry } from '../../../domain/practice/conversation/what-to-try.ts';
import { translator, type Translate } from '../../../i18n/translate.ts';
import { whatISaid, whatItDid } from './what-it-did.ts';

/** A conversation with a made-up presenter. Nothing of it leaves the page but to this device's storage. */
export function definePracticeConversation(): void {
  customElements.define('practice-conversation', PracticeConversation);
}

/** What reads a question. */
interface Ears {
  readonly coach: Coach;
  readonly hearing: Hearing;
}

class PracticeConversation extends HTMLElement {
  #t: Translate = translator({});
  #locale = 'en';
  #case: PracticeCase | undefined;
  #manners: Pick<Manners, 'lines'> | undefined;
  #so: Conversation = beginning;
  #isOver = false;
  #isAsking = false;

  connectedCallback(): void {
    this.#locale = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    const { it, manners, words } = JSON.parse(
      this.#part('.written', HTMLTemplateElement).content.textContent,
    );
    this.#t = translator(words, this.#locale);
    this.#case = it;
    this.#manners = manners;
    if (!this.#case || !this.#manners) return;
    const kept = keptConversation(this.#name);
    this.#field.value = kept.draft;
    for (const { asked, heard } of kept.said) this.#takeTurn(asked, heard);
    this.#isOver = kept.isOver;
    this.hidden = false;
    const example = this.parentElement?.querySelector('details.example');
    if (example instanceof HTMLDetailsElement) example.open = false;
    this.#listen();
    this.#showPlace(false);
  }

  get #name(): string {
    return this.dataset['name'] ?? '';
  }
  get #presenter(): string {
    return this.#case?.presenter ?? '';
  }
  get #field(): HTMLTextAreaElement {
    return this.#part('textarea', HTMLTextAreaElement);
  }

  #part<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
    const part = this.querySelector(selector);
    if (part instanceof kind) return part;
    throw new Error(`${selector} is missing`);
  }

  #listen(): void {
    const form = this.#part('form', HTMLFormElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask().catch(unexpected);
    });
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    // Asked for early, so that the first answer does not wait.
    this.#field.addEventListener(
      'focus',
      () => {
        this.#ears().catch(unexpected);
      },
      { once: true },
    );
    this.#field.addEventListener('input', () => this.#keep());
    this.#on('.hint', () => {
      this.#hint().catch(unexpected);
    });
    this.#on('.end', () => this.#end());
    this.#on('.again', () => this.#begin());
    this.#on('.go-on', () => this.#goOn());
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-as]')) {
      button.addEventListener('click', () => {
        const as = heardAs.find((kind) => kind === button.dataset['as']);
        if (as) this.#say('', heardAloud(as));
      });
    }
  }

  #on(selector: string, act: () => void): void {
    this.#part(selector, HTMLElement).addEventListener('click', act);
  }

  /** What is needed to read what I write; null where it does not come. */
  async #ears(): Promise<Ears | null> {
    try {
      const [coach, hearing] = await Promise.all([
        loadCoach(this.#locale),
        loadHearing(this.#locale),
      ]);
      return coach && { coach, hearing };
    } catch (error) {
      console.warn('askwell: what reads a question did not load', error);
      return null;
    }
  }

  async #ask(): Promise<void> {
    const asked = this.#field.value.trim();
    if (asked === '') {
      this.#tell(this.#t('conversation.say.empty'));
      return;
    }
    if (this.#isAsking || !this.#case) return;
    this.#isAsking = true;
    const ears = await this.#ears();
    this.#isAsking = false;
    if (!ears) {
      this.#tell(this.#t('conversation.say.no-coach'));
      return;
    }
    const heard = this.#heard(asked, this.#case, ears);
    if (this.#field.value.trim() === asked) this.#field.value = '';
    this.#say(asked, heard);
  }

  #heard(text: string, it: PracticeCase, { coach, hearing }: Ears): Heard {
    return hear(text, coach.classify(text, 'explore'), it, hearing, this.#so);
  }

  #say(asked: string, heard: Heard): void {
    if (this.#so.turns.length >= most) {
      if (asked !== '') this.#field.value = asked;
      this.#tell(this.#t('conversation.say.full'));
      return;
    }
    this.#takeTurn(asked, heard);
    this.#tell(this.#so.turns.length === plenty ? this.#t('conversation.say.plenty') : '');
    this.#keep();
    this.#part('form', HTMLFormElement).scrollIntoView({ block: 'nearest' });
  }

  #takeTurn(asked: string, heard: Heard): void {
    if (!this.#case || !this.#manners) return;
    this.#so = withReply(asked, heard, this.#case, this.#manners, this.#so);
    const turn = this.#so.turns.at(-1);
    if (!turn) return;
    this.#part('.log', HTMLElement).append(
      this.#line('mine', this.#t('conversation.say.you'), whatISaid(turn, this.#t)),
      this.#line('theirs', this.#presenter, turn.reply),
    );
  }

  #line(whose: 'mine' | 'theirs', by: string, text: string): HTMLDivElement {
    const item = document.createElement('div');
    item.className = whose;
    item.append(paragraph('label', by), paragraph('person', text));
    return item;
  }

  async #hint(): Promise<void> {
    const text = this.#field.value.trim();
    const last = this.#so.turns.at(-1)?.reply ?? this.#case?.opening.at(-1) ?? '';
    const ears = await this.#ears();
    if (!ears || !this.#case) {
      this.#tell(this.#t('conversation.say.no-coach'));
      return;
    }
    if (text !== '') {
      const [note] = ears.coach.notes(text, 'explore');
      const better = instead(this.#heard(text, this.#case, ears));
      const name = this.#presenter;
      if (note) this.#tell(`${note.short} ${note.recipe}`);
      else if (better) this.#tell(this.#t(`conversation.say.try.${better}`, { name }));
      else this.#tell(this.#t('conversation.say.fine'));
      return;
    }
    const words = ears.coach.wordsToSayBack(last).join(' … ');
    this.#tell(
      words === ''
        ? this.#t('conversation.say.start', { name: this.#presenter })
        : this.#t('conversation.say.back', { words }),
    );
  }

  #end(): void {
    this.#isOver = true;
    this.#keep();
    this.#showPlace(true);
  }

  #goOn(): void {
    this.#isOver = false;
    this.#keep();
    this.#showPlace(false);
    this.#field.focus();
  }

  #begin(): void {
    this.#so = beginning;
    this.#part('.log', HTMLElement).replaceChildren();
    this.#tell('');
    this.#goOn();
  }

  /** The field, or what opened what. */
  #showPlace(byMe: boolean): void {
    const over = this.#part('.over', HTMLElement);
    this.#part('form', HTMLFormElement).hidden = this.#isOver;
    over.hidden = !this.#isOver;
    if (!this.#isOver) return;
    const { turns } = this.#so;
    this.#part('.over > ol', HTMLOListElement).replaceChildren(
      ...turns.map((turn) => {
        const item = document.createElement('li');
        item.className = turn.effect;
        item.append(
          paragraph('person', whatISaid(turn, this.#t)),
          paragraph('did', whatItDid(turn, this.#presenter, this.#t)),
        );
        return item;
      }),
    );
    this.#part('.over .none', HTMLElement).hidden = turns.length > 0;
    this.#part('.try', HTMLElement).hidden = turns.length === 0;
    const next = this.#t(`conversation.say.try.${whatToTry(this.#so)}`, { name: this.#presenter });
    this.#part('.try > p', HTMLElement).textContent = next;
    if (byMe) this.#part('.over h2', HTMLElement).focus();
  }

  #keep(): void {
    const said = this.#so.turns.map(({ asked, heard }) => ({ asked, heard }));
    const draft = this.#field.value;
    const isKept = keepConversation(this.#name, {
      draft,
      said,
      isOver: this.#isOver,
    });
    if (!isKept) this.#tell(this.#t('conversation.say.not-kept'));
  }

  #tell(words: string): void {
    const said = this.#part('.said', HTMLElement);
    if (said.textContent !== words) said.textContent = words;
  }
}

function paragraph(className: string, text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}

const unexpected = (error: unknown): void => console.error('askwell: unexpected', error);
