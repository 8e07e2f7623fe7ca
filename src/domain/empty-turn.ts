import type { Turn } from './session.ts';

/** What is said of a part that has not begun. */
export const emptyTurn = {
  challenge: '',
  focus: '',
  ideas: null,
} satisfies Partial<Turn>;
