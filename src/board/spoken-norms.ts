import { normSetText, type Norm } from '../domain/norm.ts';

/** The four words of a circle's key and its norms in force. Rejects where there is no key, or no cryptography. */
export async function spokenNorms(
  invitation: string,
  norms: readonly Norm[],
): Promise<readonly string[]> {
  const { spokenWords } = await import('../sync/spoken-words.ts');
  const words = await spokenWords(invitation, normSetText(norms));
  if (words === null) throw new Error('a circle without a key has no words');
  return words;
}
