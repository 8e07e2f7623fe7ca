import { agree } from './en/agree.ts';
import { circle } from './en/circle.ts';
import { coach } from './en/coach.ts';
import { codes } from './en/codes.ts';
import { commitments } from './en/commitments.ts';
import { connection } from './en/connection.ts';
import { conversation } from './en/conversation.ts';
import { files } from './en/files.ts';
import { find } from './en/find.ts';
import { formats } from './en/formats.ts';
import { guides } from './en/guides.ts';
import { home } from './en/home.ts';
import { leaving } from './en/leaving.ts';
import { living } from './en/living.ts';
import { memory } from './en/memory.ts';
import { norms } from './en/norms.ts';
import { notes } from './en/notes.ts';
import { observe } from './en/observe.ts';
import { practice } from './en/practice.ts';
import { questions } from './en/questions.ts';
import { renewal } from './en/renewal.ts';
import { rhythm } from './en/rhythm.ts';
import { session } from './en/session.ts';
import { shortlist } from './en/shortlist.ts';
import { site } from './en/site.ts';
import { trust } from './en/trust.ts';
import { turns } from './en/turns.ts';

/** Every word of the interface in English; other languages have the same keys. */
export const en = {
  ...site,
  ...home,
  ...guides,
  ...agree,
  ...circle,
  ...coach,
  ...codes,
  ...commitments,
  ...connection,
  ...conversation,
  ...files,
  ...find,
  ...formats,
  ...leaving,
  ...living,
  ...memory,
  ...norms,
  ...notes,
  ...observe,
  ...practice,
  ...questions,
  ...rhythm,
  ...session,
  ...shortlist,
  ...renewal,
  ...trust,
  ...turns,
} as const;
