import { globSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { levels } from '../../src/domain/practice/exercise.ts';

export interface Budgets {
  /** KB (1000 bytes) after gzip: the page with its style sheets, without fonts. */
  readonly page?: number;
  /** KB after gzip: script that is there before the page can be used. */
  readonly script?: number;
  /** The same budget holds with these chunks, by their names: what a view loads before it can be used. */
  readonly views?: readonly (readonly string[])[];
  /** KB after gzip: that, and all script that can be loaded on demand. */
  readonly allScript?: number;
  /** Chunks, by their names, that do not count there. */
  readonly notInAll?: readonly string[];
  /** Only small scripts inside the page, no script file. */
  readonly withoutScriptFiles?: boolean;
}

const read: Budgets = { page: 12, withoutScriptFiles: true };
/** Reads without its script, which adds something that is mine. */
const enhanced: Budgets = { page: 12, script: 20 };

/** Holds all its exercises with their answers, and for each of them three moments to judge. */
const levelWithMoments: Budgets = { page: 12.6, script: 20 };

const namesOf = (files: string): string[] =>
  globSync(files)
    .map((file) => basename(file, extname(file)))
    .sort();
const guides = namesOf('content/guides/en/*.{md,mdx}');
if (guides.length < 21)
  throw new Error(`There should be twenty-one guides, and there are ${guides.length}`);
const normSets = namesOf('content/norm-sets/en/*.json');
if (normSets.length < 12)
  throw new Error(`There should be twelve sets of norms, and there are ${normSets.length}`);

const conversations = namesOf('content/conversations/en/*.json');
if (conversations.length < 6)
  throw new Error(`There should be six conversations, and there are ${conversations.length}`);

/** Budgets by the address of the page. A page that is missing breaks its budget. */
export const budgets: ReadonlyMap<string, Budgets> = new Map<string, Budgets>([
  ['/', { script: 20 }],
  [
    '/circle/',
    {
      script: 110,
      views: [['CirclePage'], ['Session', 'Arrive'], ['Session', 'Explore']],
      allScript: 190,
      // A whole session with its link needs none of these.
      notInAll: [
        'Start',
        'Join',
        'CirclePage',
        'Commitments',
        'CommitmentMore',
        'PrivateAction',
        'Mine',
        'mine-across',
        'LivingNorms',
        'Ladder',
        'HoldUp',
        'Changes',
        'LookBack',
        'StartSession',
        // Only where a session is given another plan.
        'ChangeFormat',
        'GoBack',
        'KeepInTouch',
        'replan',
        'plan',
        'ChooseFormat',
        // Not every session has a time for ideas, or two presenters.
        'Offers',
        'Break',
        'ObserverSheet',
        // Where the roles were given when the session was begun.
        'roles-parts',
        'ChoosePresenter',
        'PowerCheck',
        'FitSession',
        'Break',
        'Offers',
        'Part',
        'PastRow',
        'BookPaper',
        'SafetyForm',
        'NextDetails',
        'NextMore',
        // A date goes into a calendar, a browser has no dates of its own, a presenter comes prepared.
        'Calendar',
        'temporal-polyfill',
        'Prepared',
        'preparation',
        'zone-dates',
        // Two dates at once, an hour that is not there, a number of sessions that is over.
        'TwoDates',
        'Oddity',
        'ContractPart',
        'QrCode',
        'Rehearsal',
        'Copies',
        'OpenFile',
        'OpenFilePage',
        'sealed',
        'seat-file',
        'NotesChoice',
        'CodesDialog',
        'hand-carried',
        'RenewForm',
        'renewing',
        'Moved',
        'Trust',
        'relaying',
        'relay-talk',
        'circle-of-code',
        'code',
        'circle-copy',
        'keep-files',
        'save-file',
        'seat',
        'Settings',
        'Trouble',
        'Damaged',
        'succession',
        'Contact',
        'Ways',
        'agreeing-parts',
        'spoken-words',
        'Hindered',
        'TurnRefused',
        'relay-talk',
        // A budget of its own: see below.
        'coach-of',
        'CoachAtHand',
        'ParkedQuestion',
        'WarmUp',
        'PastSessions',
        'Recap',
        'RecapOffer',
        'History',
        'OneSession',
        'SharedWords',
        'charts',
        'Turns',
        'WhoseTurn',
        'Members',
        'Ending',
        'Ended',
        'ComingAndGoing',
        'NewcomerNotes',
        'erase-here',
        'Decide',
        'ending-board',
        'erase-again',
        'SafetyPart',
        'SafetyRead',
        'WholeCycle',
        'Farewells',
        'SafetyOffer',
      ],
    },
  ],
  ['/find/', enhanced],
  ['/questions/', enhanced],
  ['/practice/', enhanced],
  ['/practice/today/', enhanced],
  ['/practice/cards/', read],
  ['/practice/cards/more/', read],
  ...levels.map((level): [string, Budgets] => [
    `/practice/${level}/`,
    level === 'back' ? levelWithMoments : enhanced,
  ]),
  ['/practice/conversations/', read],
  ...conversations.map((it): [string, Budgets] => [`/practice/conversations/${it}/`, enhanced]),
  ['/trust/', read],
  ['/guides/', read],
  ...guides.map((guide): [string, Budgets] => [`/guides/${guide}/`, read]),
  ['/norms/', enhanced],
  ['/norms/about/confidentiality/', enhanced],
  ['/norms/shortlist/', enhanced],
  ...normSets.map((set): [string, Budgets] => [`/norms/${set}/`, enhanced]),
]);

/** What pages fetch only when somebody uses it, with budgets of its own. */
export interface OnUse {
  readonly what: string;
  /** By their names, with all that they import, unless they stand alone. */
  readonly chunks: readonly string[];
  readonly alone?: boolean;
  readonly files: readonly string[];
  /** KB after gzip. */
  readonly limit: number;
}

export const onUse: readonly OnUse[] = [
  { what: 'the coach', chunks: ['coach-of'], files: ['coach/en.json'], limit: 25 },
  { what: 'pictures of what was', chunks: ['charts'], alone: true, files: [], limit: 15 },
  { what: 'what I have practised', chunks: ['practice-disk'], files: [], limit: 35 },
  { what: 'the search', chunks: ['search'], files: ['find/words.json'], limit: 150 },
  { what: 'how presenters hear', chunks: [], files: ['manners/en.json'], limit: 3 },
  { what: 'what the coach says', chunks: [], files: ['coach/en-says.json'], limit: 5 },
];

/** Bytes that the scripts inside a page may have together where there are no script files. */
export const inlineScript = 1024;
