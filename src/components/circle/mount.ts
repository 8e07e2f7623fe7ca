import { mount } from 'svelte';
import { App } from '../../board/app.svelte.ts';
import CircleApp, { type CircleData } from './CircleApp.svelte';

/**
 * Puts the circle in the place of the sentence that stands there until script has come. There is nothing to hydrate,
 * so the page needs none of what islands bring for that.
 */
export function mountCircle(): void {
  const target = document.getElementById('circle');
  const { base, ...data }: CircleData = JSON.parse(
    document.getElementById('circle-data')?.textContent ?? '',
  );
  if (!target) return;
  const app = new App(base);
  // Before anything is drawn: the others are far away, and the screen is near.
  app.start();
  target.replaceChildren();
  mount(CircleApp, { target, props: { ...data, app } });
}
