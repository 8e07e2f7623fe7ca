/**
 * In the place of `lib0/logging` in the built site: Yjs asks it to print coloured lines, for which pages would load more
 * than a kilobyte. What Yjs warns of is still said.
 */
const nothing = (): void => undefined;

export const print = nothing;
export const warn = (...words: readonly unknown[]): void => console.warn(...words);
export const createModuleLogger = () => nothing;
export const [BOLD, UNBOLD, RED, ORANGE, GREY, UNCOLOR] = ['', '', '', '', '', ''];
