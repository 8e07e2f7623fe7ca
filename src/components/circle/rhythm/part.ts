/** What can be done about the next meeting, beside beginning it. */
export type Part = 'date' | 'calendar' | 'prepare' | 'words' | 'contract';
