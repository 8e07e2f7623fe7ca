import type { Component } from 'svelte';
import type { Phase } from '../../domain/format.ts';

type Stage = () => Promise<{ readonly default: Component }>;

/** What I have in hand during each phase; each is loaded by itself, so that the one that is on comes first. */
export const stages: Readonly<Record<Phase, Stage>> = {
  arrive: () => import('./stages/Arrive.svelte'),
  norms: () => import('./stages/Norms.svelte'),
  'report-back': () => import('./stages/ReportBack.svelte'),
  choose: () => import('./ChoosePresenter.svelte'),
  contract: () => import('./stages/Contract.svelte'),
  present: () => import('./stages/Present.svelte'),
  clarify: () => import('./stages/Notes.svelte'),
  think: () => import('./stages/Think.svelte'),
  explore: () => import('./stages/Explore.svelte'),
  mirror: () => import('./stages/Notes.svelte'),
  affirm: () => import('./stages/Notes.svelte'),
  'before-offers': () => import('./stages/Offers.svelte'),
  offers: () => import('./stages/Offers.svelte'),
  respond: () => import('./stages/Respond.svelte'),
  listen: () => import('./stages/Notes.svelte'),
  pairs: () => import('./stages/Notes.svelte'),
  'look-back': () => import('./stages/LookBack.svelte'),
  break: () => import('./stages/Break.svelte'),
  learn: () => import('./stages/Learn.svelte'),
  commit: () => import('./stages/Commit.svelte'),
  decide: () => import('./stages/Decide.svelte'),
  close: () => import('./stages/Close.svelte'),
  unknown: () => import('./stages/Notes.svelte'),
};

/** Fetches the stages still to come, so that the next phase opens at once, and without a network too. */
export async function fetchStages(plan: readonly { readonly phase: Phase }[]): Promise<void> {
  await Promise.all([...new Set(plan.map(({ phase }) => phase))].map((phase) => stages[phase]()));
}
