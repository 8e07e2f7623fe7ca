import type { CircleBoard } from '../../../board/circle-board.svelte.ts';
import { bookFields, writtenInBook } from '../../../board/cycle-book.ts';
import type { BookPart, CycleBook } from '../../../domain/cycle-book.ts';
import type { Translate } from '../../../i18n/translate.ts';

const lines = (texts: readonly string[]): BookPart['lines'] =>
  texts.map((text) => ({ text, below: [] }));

/** A book in the order in which one reads it: first what its owner wrote by hand. Empty parts are left out. */
export function bookParts(t: Translate, board: CircleBoard, book: CycleBook): BookPart[] {
  const byHand = bookFields.map((field) => ({
    heading: t(`circle.book.${field}`),
    lines: lines(
      writtenInBook(board, field)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  }));
  const collected = [
    { heading: t('circle.book.part.learnings'), lines: lines(book.learnings) },
    {
      heading: t('circle.book.part.actions'),
      lines: book.actions.map(({ text, learned }) => ({ text, below: learned })),
    },
    { heading: t('circle.book.part.questions'), lines: lines(book.questions) },
    { heading: t('circle.book.part.norms'), lines: lines(book.norms) },
  ];
  return [...byHand, ...collected].filter((part) => part.lines.length > 0);
}
