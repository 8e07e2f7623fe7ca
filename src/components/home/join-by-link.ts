import { invitationIn } from './invitation-in.ts';

/** Takes a pasted invitation to the circle page; it never leaves the browser. */
export function defineJoinByLink(): void {
  customElements.define(
    'join-by-link',
    class extends HTMLElement {
      connectedCallback(): void {
        const form = this.querySelector('form');
        const field = this.querySelector('input');
        const error = this.querySelector('[role=alert]');
        if (!form || !field || !error) return;

        form.addEventListener('submit', (event) => {
          event.preventDefault();
          const invitation = invitationIn(field.value);
          if (invitation) {
            location.assign(`${this.dataset['circle']}#${invitation}`);
            return;
          }
          const sentence = field.value.trim() ? this.dataset['wrong'] : this.dataset['empty'];
          error.textContent = sentence ?? '';
          field.setAttribute('aria-invalid', 'true');
          field.focus();
        });

        field.addEventListener('input', () => {
          error.textContent = '';
          field.removeAttribute('aria-invalid');
        });
      }
    },
  );
}
