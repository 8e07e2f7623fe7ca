import { mount } from 'svelte';
import CircleApp, { type CircleData } from './CircleApp.svelte';

/**
 * Puts the circle in the place of the sentence that stands there until script has come. There is nothing to hydrate,
 * so the page needs none of what islands bring for that.
 */
export function mountCircle(): void {
  const target = document.getElementById('circle');
  const data: CircleData = JSON.parse(document.getElementById('circle-data')?.textContent ?? '');
  if (!target) return;
  target.replaceChildren();
  mount(CircleApp, { target, props: data });
}
