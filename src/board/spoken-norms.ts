import { normSetText, type Norm } from '../domain/norm.ts';

/** The four words of a circle's link and its norms in force. Rejects where the browser or the link has no key. */
export async function spokenNorms(
  link: string,
  norms: readonly Norm[],
): Promise<readonly string[]> {
  const { spokenWords } = await import('../sync/spoken-words.ts');
  const words = await spokenWords(link, normSetText(norms));
  if (words === null) throw new Error('a circle without a key has no words');
  return words;
}
