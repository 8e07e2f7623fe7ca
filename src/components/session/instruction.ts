import type { Phase } from '../../domain/format.ts';
import type { SessionBoard } from '../../board/session-board.svelte.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { PhaseWords } from '../content.ts';

/** What stands at the head of a stage: what happens, what is mine to do, and one line of how. */
export interface Instruction {
  readonly now: string;
  readonly you: string;
  readonly how: string;
  /** False while I only listen or rest: then nothing on the screen is green. */
  readonly isToDo: boolean;
}

/** Who has nothing to do but listen, by phase. */
const listens: Readonly<Partial<Record<Phase, 'presenter' | 'coach'>>> = {
  present: 'coach',
  respond: 'coach',
  mirror: 'presenter',
  offers: 'presenter',
  'before-offers': 'coach',
  listen: 'coach',
  think: 'presenter',
};

/** The instruction for me, in the phase that is on. */
export function instructionFor(board: SessionBoard, words: PhaseWords, t: Translate): Instruction {
  if (needsPresenter(board)) {
    return {
      now: t('session.no-presenter'),
      you: t('session.no-presenter.you'),
      how: t('session.who-presents.how'),
      isToDo: true,
    };
  }
  if (board.phase === 'explore') return exploring(board, words, t);
  if (board.phase === 'learn' && board.learn.isRevealed) {
    return {
      now: t('session.learn.opened'),
      you: t('session.learn.you-say'),
      how: t('session.learn.say-round'),
      isToDo: true,
    };
  }
  if (board.phase === 'commit' && board.turnCommitments.length > 0) {
    const you = board.role === 'presenter' ? t('session.commit.read-back.you') : '';
    return {
      now: t('session.commit.read-back'),
      you,
      how: t('session.commit.read-back.how'),
      isToDo: true,
    };
  }
  if (board.phase === 'report-back') return reporting(board, words);
  if (board.phase === 'norms' && board.record.format === 'first75') {
    return {
      now: t('session.agree.now'),
      you: t('session.agree.you'),
      how: t('session.agree.how'),
      isToDo: true,
    };
  }
  if (board.phase === 'norms' && hasNoNorms(board)) {
    return {
      now: words.now,
      you: t('session.norms.you-propose'),
      how: t('session.norms.how-propose'),
      isToDo: true,
    };
  }
  if (words.nobody && !board.hasPresenter) return { ...words.nobody, isToDo: true };
  const { you, how } = words[board.role];
  // "Tomás is presenting" is no news to Tomás.
  const isMyName = board.role === 'presenter' && words.now.includes('{presenter}');
  return {
    now: isMyName ? '' : fill(words.now, board),
    you,
    how: fill(how, board),
    isToDo: listens[board.phase] !== board.role,
  };
}

/** Puts the presenter's name into a line of `content/phases`. */
export const fill = (line: string, board: SessionBoard): string =>
  line.replaceAll('{presenter}', board.presenterName);

/** Then there is nothing to say yes to. */
const hasNoNorms = ({ circle: { norms } }: SessionBoard): boolean =>
  norms.agreed.length + norms.proposed.length === 0;

/** Phases that make no sense until somebody presents. */
export const needsPresenter = ({ phase, presenter, hasPresenter }: SessionBoard): boolean =>
  presenter === null && hasPresenter && !isForAll(phase);

/** Phases in which everyone does the same, whoever presents. */
export const isForAll = (phase: Phase): boolean =>
  /^(arrive|norms|report-back|choose|pairs|look-back|break|learn|decide|close)$/.test(phase);

/** Whoever has an action to report reads the presenter's words, whoever presents today. */
function reporting({ due, circle }: SessionBoard, words: PhaseWords): Instruction {
  const isMine = due.some(({ owner }) => owner === circle.writer.me);
  return { now: words.now, ...(isMine ? words.presenter : words.coach), isToDo: isMine };
}

function exploring(board: SessionBoard, words: PhaseWords, t: Translate): Instruction {
  const { explore, circle, role } = board;
  const how = fill(words[role].how, board);
  if (explore.asking === null) {
    return {
      now: t('session.explore.nobody'),
      you: '',
      how: t('session.explore.alone'),
      isToDo: false,
    };
  }
  if (explore.isMyTurn) {
    return {
      now: t('session.explore.your-turn'),
      you: t('session.explore.you-ask'),
      how,
      isToDo: true,
    };
  }
  const now = t('session.explore.asking', { name: circle.nameOf(explore.asking) });
  if (role === 'presenter') return { now, you: t('session.explore.you-think'), how, isToDo: true };
  if (board.isObserver) {
    return { now, you: t('session.observe.you'), how: t('session.observe.how'), isToDo: false };
  }
  if (explore.amNext) {
    return {
      now,
      you: t('session.explore.you-are-next'),
      how: t('session.explore.how-next'),
      isToDo: true,
    };
  }
  return {
    now,
    you: t('session.explore.you-listen'),
    how: t('session.explore.how-listen', { presenter: board.presenterName }),
    isToDo: false,
  };
}
