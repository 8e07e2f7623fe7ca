import { watchForUpdate } from '../../board/app-update.ts';

/** A quiet line, hidden until a new version of the site waits to be used. */
export function defineNewVersion(): void {
  customElements.define(
    'new-version',
    class extends HTMLElement {
      connectedCallback(): void {
        const words = this.querySelector('span');
        const button = this.querySelector('button');
        if (!words || !button) return;
        watchForUpdate((apply) => {
          words.textContent = this.dataset['ready'] ?? '';
          button.onclick = () => {
            apply().then(
              (outcome) => {
                if (outcome === 'in-session') words.textContent = this.dataset['later'] ?? '';
              },
              // The page stays as it is, and the offer too.
              (error: unknown) => console.warn('the new version did not come', error),
            );
          };
          button.hidden = false;
        });
      }
    },
  );
}
