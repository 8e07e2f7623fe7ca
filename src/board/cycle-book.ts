import { learningsIn } from '../document/learnings.ts';
import { questionsIn } from '../document/questions.ts';
import { cycleBook, type CycleBook } from '../domain/cycle-book.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';
import { commitmentsOf } from './commitments-board.svelte.ts';
import type { FileToKeep } from './keep-files.ts';

/** What I write into my book by hand, on this device only. */
export const bookFields = ['learned', 'strength', 'question'] as const;
export type BookField = (typeof bookFields)[number];

export const writtenInBook = ({ mine }: CircleBoard, field: BookField): string =>
  mine.read('setting', `book ${field}`);

export function writeInBook({ mine }: CircleBoard, field: BookField, text: string): void {
  mine.write('setting', `book ${field}`, text);
}

/** My cycle book as it would be now; asked again, it follows the circle. */
export function cycleBookOf(circle: CircleBoard): () => CycleBook {
  const questions = observe(questionsIn(circle.document));
  const learnings = observe(learningsIn(circle.document));
  const actions = commitmentsOf(circle);
  return () =>
    cycleBook({
      me: circle.writer.me,
      sessions: circle.past,
      turns: circle.turns,
      questions: questions.current,
      learnings: learnings.current,
      norms: circle.norms.all,
      // My private actions are in my book in the words that only this device has.
      commitments: circle.commitments.map((each) => ({ ...each, ...actions.wordsOf(each) })),
      reports: circle.reportBacks.map((report) => {
        const told = circle.commitments.find(({ id }) => id === report.commitment);
        return told ? { ...report, learned: actions.learnedOf(told, report) } : report;
      }),
      hasOpened: (question) =>
        circle.past.some(({ id }) => circle.mine.lines('opened', id).includes(question)),
    });
}

/** The name says nothing of the circle: names of files are seen by everybody who looks at a screen. */
export const bookFile = (markdown: string, now = new Date()): FileToKeep => ({
  name: `askwell-cycle-book-${now.toISOString().slice(0, 10)}.md`,
  content: new Blob([markdown], { type: 'text/markdown;charset=utf-8' }),
});
