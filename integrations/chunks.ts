import type { Plugin } from 'vite';
import { atOnce, type Named } from './at-once.ts';

interface Group {
  readonly name: string | Named;
  readonly test?: RegExp;
}

/** The packages of a circle that works alone; y-webrtc comes with the link. */
const packages = /node_modules.(svelte.src|yjs|lib0.(?!websocket|broadcastchannel|mutex))/;

/**
 * Which modules of the circle page come as one file. The bundler alone makes a file of whatever two views share: dozens
 * of a few hundred bytes, which are more together, and come later, than the few of which a view needs every part.
 *
 * A group takes all that its modules import, unless an earlier group has it: so what others need without the rest of a
 * group stands before it.
 */
export const chunks: readonly Group[] = [
  // The practice room keeps things, too, and has no circle.
  { name: 'dexie', test: /node_modules.dexie/ },
  { name: 'base', test: packages },
  ...atOnce('pages/circle/index.astro', 'circle', 'shared').map((name) => ({ name })),
  // Pages that are no circle need these, or views that need no session.
  { name: 'app-update', test: /src.board.app-update/ },
  { name: 'text', test: /src.domain.text/ },
  // What stands on most views.
  {
    name: 'parts',
    test: /src.(components.(parts.(Dialog|Disc|Banner|After|Mark|reached)|arrive|call-address|dates)|document.(learnings|questions))/,
  },
  // Actions, in a session, on pages of the circle and in the rehearsal.
  {
    name: 'commitments',
    test: /board.commitments-board|domain.(commitment-words|told)\.|parts.(Action\.svelte|outcome-words)/,
  },
  { name: 'RolePicker', test: /parts.RolePicker/ },
  // Where a session is begun, and where one that has begun gets another plan.
  { name: 'plan', test: /domain.(fitting-formats|plan)\.ts/ },
  { name: 'ChooseFormat', test: /circle.(ChooseFormat|PlanOf)\.svelte|board.format-choice/ },
  // The next date: on the circle page, and where a session ends.
  {
    name: 'next-date',
    test: /board.rhythm-board|parts.NextRoles/,
  },
  { name: 'zone-dates', test: /components.zone-dates/ },
  { name: 'preparation', test: /board.preparation/ },
  { name: 'NextMeetingForm', test: /parts.NextMeetingForm/ },
  { name: 'NotesFade', test: /parts.NotesFade/ },
  // What several views need of members who come and go, of an ending, and of the safety sheet.
  {
    name: 'ending-board',
    test: /(document.(choices|erasing)|domain.(choice|erasure)|board.ending-board)\./,
  },
  {
    name: 'safety',
    test: /(document.safety|domain.safety|board.safety-board|safety.SafetyLines)\./,
  },
  // A session: what every stage needs, then stages that have little in hand, then those that end it.
  { name: 'Session', test: /components.session.(Session|Stage|PrivateField)\.svelte/ },
  // Three taps at the close, and what the history tells of them; a way to one's recap stands beside.
  {
    name: 'Pulse',
    test: /session.Pulse\.svelte|history.PulseSaid|board.pulse-board|document.pulses|domain.pulse\./,
  },
  // Pictures of sessions that are over.
  { name: 'charts', test: /components.charts.(?!TimeUsed)/ },
  // Wherever a question is written, in stages and in parts of them.
  { name: 'CoachPlace', test: /session.CoachPlace\.svelte|board.taken-example/ },
  { name: 'notes', test: /session.stages.(Contract|Present|Notes|Think|Respond)\.svelte/ },
  {
    name: 'end',
    test: /components.session.(stages.(Learn|Commit|Close)|Closed|CommitmentHelp|ReportNext)\.svelte|domain.action-words/,
  },
];

/** Files that the circle page has at once, and all style sheets, which stand in the pages. */
const there = /(?:\/|^)(?:base|dexie|shared|circle|index\.astro_[^/]*)\.[^/]*\.js$|\.css$/;

/** A session fetches its stages before they come: what each of them needs would be a list as long as a stage. */
const inSession = /(?:\/|^)Session\.[^/]*\.js$/;

/**
 * When a view is loaded, only what is not there yet is preloaded: looking for the rest takes longer than having it.
 * A plugin says so, because Astro overrules what stands in `build`.
 */
export const fewerPreloads: Plugin = {
  name: 'fewer-preloads',
  config: () => ({
    build: {
      modulePreload: {
        resolveDependencies: (_, needed, { hostId }) =>
          inSession.test(hostId) ? [] : needed.filter((file) => !there.test(file)),
      },
    },
  }),
};
