import { mannerPatterns, subjects, type Hearing } from './practice-case.ts';

/** Reads how presenters hear, as the site sends it; `null` where something is missing. */
export function parseHearing(value: unknown): Hearing | null {
  const words = textsOf(value, 'words', [...subjects, 'plain']);
  const patterns = textsOf(value, 'patterns', mannerPatterns);
  return words && patterns && { words, patterns };
}

function textsOf<Name extends string>(
  value: unknown,
  part: string,
  names: readonly Name[],
): Readonly<Record<Name, string>> | null {
  const texts = isRecord(value) ? value[part] : null;
  const isWhole = (all: unknown): all is Record<Name, string> =>
    isRecord(all) && names.every((name) => typeof all[name] === 'string');
  return isWhole(texts) ? texts : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
