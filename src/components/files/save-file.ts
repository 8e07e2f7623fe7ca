import type { FileToKeep } from '../../board/keep-files.ts';

/** The browser fetches a download in its own time, ms. */
const FETCHED = 60_000;

/** Hands a file to the browser's downloads. */
export function saveFile({ name, content }: FileToKeep): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED);
}
