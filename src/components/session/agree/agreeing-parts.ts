/** What agreeing on norms needs beside an ordinary session, in one file that is loaded on use. */
export { default as Agreeing } from './Agreeing.svelte';
export { default as ChangeNorm } from './ChangeNorm.svelte';
export { default as BeforePresenting } from './BeforePresenting.svelte';
export { default as OpenChanges } from './OpenChanges.svelte';
export { agreeingOf } from './agreeing-of.ts';
