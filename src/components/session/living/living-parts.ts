/** How a session lives by its norms, in one file that comes after the stage. */
export { default as CardUp } from './CardUp.svelte';
export { default as NormsToday } from './NormsToday.svelte';
