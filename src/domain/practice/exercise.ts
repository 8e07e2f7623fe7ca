/** What is practised, in the order in which it is learnt. */
export const levels = [
  'sort',
  'open',
  'back',
  'strip',
  'unadvise',
  'reflect',
  'verdict',
  'sequence',
  'silence',
  'live',
  'observe',
] as const;
export type Level = (typeof levels)[number];

/** Where a question may be sorted to. */
export const sorts = ['open', 'soft-open', 'closed', 'leading'] as const;
export type Sort = (typeof sorts)[number];

/** What a question asks for: samples of one exercise differ in it. */
export const aims = [
  'meaning',
  'feeling',
  'picture',
  'others',
  'value',
  'want',
  'strength',
  'obstacle',
  'next',
] as const;
export type Aim = (typeof aims)[number];

/** The way through a conversation. */
export const stretches = ['understand', 'meaning', 'want', 'options', 'obstacles', 'act'] as const;
export type Stretch = (typeof stretches)[number];

/** A sample answer: one of many. */
export interface Sample {
  readonly text: string;
  readonly aim: Aim;
}

export interface Choice {
  readonly text: string;
  readonly isRight: boolean;
  /** Why it is, or why not, in one sentence. */
  readonly why: string;
}

interface Item {
  /** `<level>-<number>`: progress is kept by it, so it never changes and is never used again. */
  readonly id: string;
}

/** Somebody brings something. */
interface Scene extends Item {
  /** A name and what they do: "Amara, ward nurse". */
  readonly who: string;
  /** What they say, without quotation marks. */
  readonly said: string;
}

interface Written extends Scene {
  /** Two or three, of different aims. */
  readonly samples: readonly Sample[];
  /** What to look for in one's own answer. */
  readonly notice: string;
}

/** Where does this question belong? */
export interface SortItem extends Scene {
  readonly question: string;
  readonly sort: Sort;
  readonly why: string;
}

/** A closed question, or a choice of two, to be opened. */
export interface OpenItem extends Written {
  readonly question: string;
}

/** An open question to be closed, and when one would want that. */
export interface BackItem extends Scene {
  readonly question: string;
  /** Closed questions on the same topic. */
  readonly samples: readonly string[];
  /** Moments in a session: in which of them is the closed one right? */
  readonly moments: readonly Choice[];
  readonly notice: string;
}

/** A question that is too long, or several at once. */
export interface StripItem extends Written {
  readonly question: string;
  readonly trap: 'too-long' | 'stacked';
  /** What remains may have so many words. */
  readonly mostWords: number;
}

/** Advice to be turned into a question about the need behind it. */
export interface UnadviseItem extends Written {
  /** What one would like to say. */
  readonly advice: string;
  /** What it would be good for: shown before the question is written. */
  readonly need: string;
}

/** What was said, to be given back in three to eight words. */
export interface ReflectItem extends Scene {
  /** Words of theirs that carry weight; each stands in `said`. */
  readonly words: readonly string[];
  readonly samples: readonly string[];
  /** A question that could follow. */
  readonly then: string;
  readonly notice: string;
}

/** A question with a verdict or a reproach in it. */
export interface VerdictItem extends Written {
  readonly question: string;
  /** The words that judge; they stand in `question` as they are here. */
  readonly verdict: string;
  /** What they do to the one who is asked. */
  readonly why: string;
}

/** Six questions to be put in order. */
export interface SequenceItem extends Scene {
  /** In a right order, each on its stretch of the way. */
  readonly questions: readonly { readonly text: string; readonly stretch: Stretch }[];
  readonly why: string;
  /** Other right orders, as places in `questions`, with their reason. */
  readonly others: readonly { readonly order: readonly number[]; readonly why: string }[];
}

/** Something to do away from the keys: what to do, and what to notice. */
interface Done extends Item {
  readonly title: string;
  readonly steps: readonly string[];
  readonly notice: readonly string[];
}

/** A question, and then silence. */
export interface SilenceItem extends Done {
  readonly who: string;
  readonly said: string;
  readonly question: string;
  readonly seconds: number;
}

/** Two people and one device: one reads a case card, the other asks. */
export interface LiveItem extends Done {
  /** A case card by its id. */
  readonly card: string;
}

/** To be watched for in a real session, for the group and never about a person. */
export interface ObserveItem extends Done {
  /** How what was seen could be told to the others. */
  readonly share: string;
}

interface Items {
  readonly sort: SortItem;
  readonly open: OpenItem;
  readonly back: BackItem;
  readonly strip: StripItem;
  readonly unadvise: UnadviseItem;
  readonly reflect: ReflectItem;
  readonly verdict: VerdictItem;
  readonly sequence: SequenceItem;
  readonly silence: SilenceItem;
  readonly live: LiveItem;
  readonly observe: ObserveItem;
}
export type ItemOf<One extends Level> = Items[One];
export type Exercise = Items[Level];

export interface LevelContent<One extends Level> {
  readonly level: One;
  readonly title: string;
  /** What you will be able to do, in one sentence. */
  readonly lead: string;
  /** What to do with each item, in one or two short sentences. */
  readonly how: string;
  /** From easy to hard. */
  readonly items: readonly ItemOf<One>[];
}
/** One file of `content/practice`: narrow it by its `level`. */
export type PracticeLevel = { [One in Level]: LevelContent<One> }[Level];

/** A fictional case of four lines, to be read aloud by whoever plays its presenter. */
export interface CaseCard {
  readonly id: string;
  readonly title: string;
  /** "Nursing", "School": to pick one that is far from home. */
  readonly field: string;
  readonly who: string;
  readonly lines: readonly string[];
  /** For the player only: what is not said yet, and comes out when there is room. */
  readonly behind: string;
}
