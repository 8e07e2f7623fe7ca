import { keepShortlist, myShortlist } from '../../board/shortlist.ts';
import { formatShortlist, readShortlist, type ReadLink } from '../../domain/shortlist-link.ts';
import {
  MOST_NORMS,
  moved,
  shared,
  withPicked,
  without,
  type Picked,
  type Shortlist,
} from '../../domain/shortlist.ts';
import { checkText } from '../../domain/text.ts';
import { ownWords } from '../own-words.ts';
import { partOf } from '../part-of.ts';
import { copyInto, offerToShare } from './send-link.ts';
import { rowsOf, wordsOf, type Library } from './shortlist-rows.ts';

/** The page of my shortlist: mine, beside one that I was sent, and the ways to send it. */
export function defineMyShortlist(): void {
  customElements.define('my-shortlist', MyShortlist);
}

class MyShortlist extends HTMLElement {
  connectedCallback(): void {
    const t = ownWords(this);
    const library: Library = new Map(Object.entries(JSON.parse(this.dataset['library'] ?? '{}')));
    const part = <Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind =>
      partOf(this, selector, kind);
    const said = part('.mine [role=status]', HTMLElement);
    const own = part('.own textarea', HTMLTextAreaElement);
    const theirs = part('.theirs', HTMLElement);
    const rows = rowsOf(this, library, t);
    /** My list without what this version's library does not know. */
    const mine = (): Shortlist => myShortlist().filter((picked) => wordsOf(picked, library) !== '');
    const sent = (): ReadLink | null =>
      readShortlist(location.hash.slice(1), (name) => library.has(name));
    const linkTo = (list: Shortlist): string =>
      `${location.origin}${location.pathname}#${formatShortlist(list)}`;

    const keep = (list: Shortlist, words: string): void => {
      keepShortlist(list);
      said.textContent = words;
      show();
    };
    const move = (at: number, by: number): void => {
      const list = mine();
      const picked = list[at];
      const place = at + by;
      if (!picked || place < 0 || place >= list.length) return;
      const norm = wordsOf(picked, library);
      keep(
        moved(list, at, by),
        t('shortlist.moved', { place: place + 1, count: list.length, norm }),
      );
      rows.focus(place, by < 0 ? '.up' : '.down');
    };

    const show = (): void => {
      const list = mine();
      const reading = sent();
      const both = reading ? shared(list, reading.list) : [];
      rows.showMine(list, reading?.list ?? [], {
        move,
        off: (picked) => {
          keep(without(list, picked), t('shortlist.is-off', { norm: wordsOf(picked, library) }));
          part('#mine', HTMLElement).focus();
        },
      });
      rows.showTheirs(reading?.list ?? [], list, (picked) => {
        keep(withPicked(list, picked), t('shortlist.is-on', { norm: wordsOf(picked, library) }));
      });
      theirs.hidden = !reading || reading.list.length === 0;
      this.classList.toggle('two', !theirs.hidden);
      part('.none', HTMLElement).hidden = list.length > 0;
      part('.send', HTMLElement).hidden = list.length === 0;
      part('.own', HTMLElement).hidden = list.length >= MOST_NORMS;
      part('.link', HTMLElement).textContent = linkTo(list);
      const isSame = both.length === list.length && both.length === reading?.list.length;
      part('.take-all', HTMLElement).hidden = isSame;
      part('.shared', HTMLElement).textContent = isSame
        ? t('shortlist.shared.all')
        : both.length === 0
          ? t('shortlist.shared.none')
          : t('shortlist.shared', { count: both.length });
    };

    const showFaults = (): void => {
      const reading = sent();
      const fragment = location.hash.slice(1);
      const isElsewhere = fragment === '' || document.getElementById(fragment) !== null;
      const faults = reading?.faults.map((fault) => t(`shortlist.fault.${fault}`)) ?? [];
      const isNothing = reading ? reading.list.length === 0 : !isElsewhere;
      const sentences = isNothing ? [t('shortlist.fault.nothing')] : faults;
      part('.faults', HTMLElement).replaceChildren(
        ...sentences.map((sentence) => {
          const paragraph = document.createElement('p');
          paragraph.textContent = sentence;
          return paragraph;
        }),
      );
    };

    part('.own', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      const checked = checkText(own.value, 'line');
      const help = part('#own-help', HTMLElement);
      help.textContent =
        !checked.ok && checked.because === 'too-long'
          ? t('shortlist.own.too-long', { over: checked.over })
          : t('shortlist.own.help');
      if (!checked.ok) return own.focus();
      own.value = '';
      const picked: Picked = { kind: 'own', text: checked.text };
      keep(withPicked(mine(), picked), t('shortlist.is-on', { norm: checked.text }));
    });
    const link = part('.link', HTMLElement);
    copyInto(part('.copy', HTMLElement), part('.said', HTMLElement), link, t);
    offerToShare(part('.share', HTMLElement), link, t('shortlist.share.text'));
    part('.print', HTMLElement).addEventListener('click', () => print());
    part('.take-all', HTMLElement).addEventListener('click', () => {
      const list = sent()?.list ?? [];
      keep(list, t('shortlist.count', { count: list.length }));
    });
    part('.put-away', HTMLElement).addEventListener('click', () => {
      history.replaceState(null, '', location.pathname);
      changed();
      part('#mine', HTMLElement).focus();
    });

    const changed = (): void => {
      show();
      showFaults();
    };
    changed();
    this.hidden = false;
    addEventListener('hashchange', changed);
    addEventListener('storage', show);
    addEventListener('pageshow', show);
  }
}
