import { bring, broughtQuestions } from '../../board/brought-questions.ts';
import { ownWords } from '../own-words.ts';

/** Puts a button beside each question of the page that takes it along, and says how many come along. */
export function defineBringAlong(): void {
  customElements.define(
    'bring-along',
    class extends HTMLElement {
      connectedCallback(): void {
        const t = ownWords(this);
        const status = this.querySelector('[role=status]');
        const template = this.querySelector('template')?.content.firstElementChild;
        if (!status || !template) return;

        const show = (isFull = false): void => {
          const brought = broughtQuestions();
          for (const [question, button] of buttons) {
            button.setAttribute('aria-pressed', String(brought.includes(question)));
          }
          const count = t('questions.count', { count: brought.length });
          const words = brought.length === 0 ? '' : isFull ? t('questions.full') : count;
          if (status.textContent !== words) status.textContent = words;
        };

        const buttons = new Map<string, Element>();
        for (const item of document.querySelectorAll('.purpose li')) {
          const question = item.textContent.trim();
          const button = template.cloneNode(true);
          if (!(button instanceof Element)) continue;
          button.setAttribute('aria-label', t('questions.bring.about', { question }));
          button.addEventListener('click', () => {
            const takes = button.getAttribute('aria-pressed') !== 'true';
            const isTaken = bring(question, takes);
            show(takes && !isTaken);
          });
          item.append(button);
          buttons.set(question, button);
        }
        show();
        addEventListener('storage', () => show());
        addEventListener('pageshow', () => show());
      }
    },
  );
}
