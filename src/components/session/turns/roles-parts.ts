/** Who has which role in a session, what the rota suggests, and exchanges. */
export { default as Roles } from '../Roles.svelte';
export { default as RolesToday } from './RolesToday.svelte';
