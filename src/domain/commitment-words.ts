import { commitmentKinds, type CommitmentWords } from './commitment.ts';
import { readJson } from './json.ts';

/** An action of which nothing is said yet. */
export const noWords: CommitmentWords = {
  text: '',
  by: '',
  firstStep: '',
  tell: '',
  confidence: null,
  kind: null,
  cue: '',
  obstacle: '',
  plan: '',
  done: '',
  askMe: '',
};

/** Words alone, of an action that has more to it. */
export const wordsAlone = (action: CommitmentWords): CommitmentWords => ({
  text: action.text,
  by: action.by,
  firstStep: action.firstStep,
  tell: action.tell,
  confidence: action.confidence,
  kind: action.kind,
  cue: action.cue,
  obstacle: action.obstacle,
  plan: action.plan,
  done: action.done,
  askMe: action.askMe,
});

/** Whether nothing is said but the action and its day. */
export const isShort = (action: CommitmentWords): boolean =>
  Object.values({ ...wordsAlone(action), text: '', by: '' }).every(
    (value) => value === '' || value === null,
  );

/** What a circle keeps of an action whose words stay on one device. Versions that know no such actions read it too. */
export const withoutWords = ({ by }: CommitmentWords): CommitmentWords => ({
  ...noWords,
  text: '…',
  by,
});

/** Ten times the longest line: what a later version may have kept. */
const LONGEST = 3000;

/** The words of a private action, as its owner's device keeps them. */
export const writePrivateWords = (words: CommitmentWords): string =>
  JSON.stringify(wordsAlone(words));

/** Those words again; `null` where there are none that can be read. */
export function readPrivateWords(kept: string): CommitmentWords | null {
  const value = readJson(kept);
  if (typeof value !== 'object' || value === null) return null;
  const field = (name: keyof CommitmentWords): string => {
    const text: unknown = Reflect.get(value, name);
    return typeof text === 'string' && text.length <= LONGEST ? text : '';
  };
  const text = field('text');
  const sure: unknown = Reflect.get(value, 'confidence');
  const kind = field('kind');
  return text === ''
    ? null
    : {
        ...noWords,
        text,
        by: field('by'),
        firstStep: field('firstStep'),
        tell: field('tell'),
        confidence: typeof sure === 'number' && sure >= 1 && sure <= 10 ? sure : null,
        kind: commitmentKinds.find((known) => known === kind) ?? null,
        cue: field('cue'),
        obstacle: field('obstacle'),
        plan: field('plan'),
        done: field('done'),
        askMe: field('askMe'),
      };
}
