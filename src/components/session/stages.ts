import type { Component } from 'svelte';
import type { Phase } from '../../domain/format.ts';
import Arrive from './stages/Arrive.svelte';
import Close from './stages/Close.svelte';
import Commit from './stages/Commit.svelte';
import Contract from './stages/Contract.svelte';
import Explore from './stages/Explore.svelte';
import Learn from './stages/Learn.svelte';
import Norms from './stages/Norms.svelte';
import Notes from './stages/Notes.svelte';
import Present from './stages/Present.svelte';
import ReportBack from './stages/ReportBack.svelte';
import Respond from './stages/Respond.svelte';
import Think from './stages/Think.svelte';

/** What I have in hand during each phase. */
export const stages: Readonly<Record<Phase, Component>> = {
  arrive: Arrive,
  norms: Norms,
  'report-back': ReportBack,
  contract: Contract,
  present: Present,
  clarify: Notes,
  think: Think,
  explore: Explore,
  respond: Respond,
  listen: Notes,
  learn: Learn,
  commit: Commit,
  close: Close,
};
