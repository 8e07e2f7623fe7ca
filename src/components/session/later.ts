/** Parts of a session that are not on the screen at first, so that it opens sooner. */
export const paused = () => import('./Paused.svelte');
export const closed = () => import('./Closed.svelte');
export const more = () => import('./MoreInside.svelte');
export const asked = () => import('./Asked.svelte');
export const brought = () => import('./Brought.svelte');
export const coach = () => import('./CoachAtHand.svelte');
export const warmUp = () => import('./WarmUp.svelte');
export const banners = () => import('../circle/Banners.svelte');
export const parked = () => import('./Parked.svelte');
export const parkedQuestion = () => import('./ParkedQuestion.svelte');
export const roles = () => import('./turns/roles-parts.ts');
export const observerSheet = () => import('./ObserverSheet.svelte');
export const keepACopy = () => import('../files/KeepACopy.svelte');
export const pulse = () => import('./Pulse.svelte');
export const agreeing = () => import('./agree/agreeing-parts.ts');
export const living = () => import('./living/living-parts.ts');
export const holdUp = () => import('./living/HoldUp.svelte');
export const changes = () => import('./living/Changes.svelte');
export const ladder = () => import('./living/Ladder.svelte');
export const chime = () => import('./chime.svelte.ts');
export const kept = () => import('./keep.ts');
export const commitmentHelp = () => import('./CommitmentHelp.svelte');
export const commitmentMore = () => import('./CommitmentMore.svelte');
export const reportNext = () => import('./ReportNext.svelte');
export const choosePresenter = () => import('./ChoosePresenter.svelte');

/** Fetches them all but the coach, which comes when I may write a question, so that each opens at once, and without a network too. */
export async function fetchLater(): Promise<void> {
  await Promise.all([
    paused(),
    closed(),
    more(),
    parked(),
    asked(),
    brought(),
    banners(),
    living(),
    pulse(),
    choosePresenter(),
  ]);
}
