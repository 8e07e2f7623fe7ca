/** What a session that has just begun needs to fit those who came. */
export { default as FitLink } from './FitLink.svelte';
export { default as FitNow } from './FitNow.svelte';
