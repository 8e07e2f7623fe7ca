/** One line of a tab-separated file: an id, a text, and what else stands there. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly source: string;
}

/** Reads lines of `id<TAB>text<TAB>label<TAB>source`; a header is skipped, and so is what has no text. */
export const parseRows = (file: string): Row[] =>
  file
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
    .filter(
      ([id, text], i) => text !== undefined && !(i === 0 && id?.trim().toLowerCase() === 'id'),
    )
    .map(([id = '', text = '', label = '', source = '']) => ({ id, text, label, source }));
