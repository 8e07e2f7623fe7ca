/** What must be known of a language to hear where an action is still vague, as the interface hands it over. */
export interface ActionWords {
  /** Words that nobody could film, with a bar between them: `try|soon`. */
  readonly vague: string;
  /** Others who should, and how "I will ask …" names them: `she=her|they=them`. */
  readonly others: string;
  /** What others "should": `should|must`. */
  readonly should: string;
}

/** Longer than any action that is read; the rest cannot make it clearer. */
const MOST_READ = 400;

/** The first word of an action that nobody could film; `null` where all is clear. */
export function vagueWordIn(text: string, { vague }: ActionWords): string | null {
  return wholeWords(vague).exec(text.slice(0, MOST_READ))?.[0] ?? null;
}

/** What somebody else should do, and whom to ask for it. */
export interface Others {
  readonly whom: string;
  readonly deed: string;
}

/** "She should call him": ask `her` to `call him`; `null` where the action is one's own. */
export function othersIn(text: string, { others, should }: ActionWords): Others | null {
  const names = new Map(
    others.split('|').flatMap((pair) => {
      const [who, whom] = pair.split('=');
      return who && whom ? [[who, whom] as const] : [];
    }),
  );
  if (names.size === 0 || should === '') return null;
  const pattern = `(?<who>${[...names.keys()].join('|')})\\s+(?:${should})\\s+(?<deed>\\S.*)`;
  const { who = '', deed = '' } = wholeWords(pattern).exec(text.slice(0, MOST_READ))?.groups ?? {};
  const whom = names.get(who.toLowerCase());
  return whom === undefined ? null : { whom, deed: deed.trim() };
}

const wholeWords = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}’'])(?:${words})(?!\\p{L})`, 'iu');
