import type { Component } from 'svelte';
import type { CirclePart } from '../../../board/view.ts';

type Load = () => Promise<{ readonly default: Component<{ about: string }> | Component }>;

/** What each page of a circle shows, loaded when somebody opens it. `about` is the rest of its address. */
export const parts: Readonly<Record<CirclePart, Load>> = {
  commitments: () => import('./Commitments.svelte'),
  history: () => import('./History.svelte'),
  recap: () => import('./Recap.svelte'),
  turns: () => import('./Turns.svelte'),
  members: () => import('./Members.svelte'),
  ending: () => import('./Ending.svelte'),
};
