import type { LanguageData, ModelData, RuleGroup, RuleKind } from './language-data.ts';
import type { Rewrite, Rewrites } from './suggest.ts';

// A list, too: its places are names.
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isNamedTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

const isPart = (part: [string, unknown]): part is [string, readonly string[]] => isTexts(part[1]);

function parseGroup(value: unknown): RuleGroup | null {
  if (!isRecord(value)) return null;
  const { reason, strength, patterns, except = {}, unlessAlternatives, onlyDeclarative } = value;
  if (typeof reason !== 'string' || typeof strength !== 'number') return null;
  if (!isNamedTexts(patterns) || !isNamedTexts(except)) return null;
  return {
    reason,
    strength,
    patterns,
    except,
    unlessAlternatives: unlessAlternatives === true,
    onlyDeclarative: onlyDeclarative === true,
  };
}

function parseModel(value: unknown): ModelData | null {
  if (!isRecord(value)) return null;
  const { bias, weights } = value;
  return typeof bias === 'number' && isNamedTexts(weights) ? { bias, weights } : null;
}

const isRewrite = (value: unknown): value is Rewrite =>
  isRecord(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string';

/** What `rewrites.json` holds; what is no rewrite in it is left out. */
export function parseRewrites(value: unknown): Rewrites {
  if (!isRecord(value)) return { own: {}, gap: {}, needs: [], need: '' };
  const lists = isRecord(value['own']) ? Object.entries(value['own']) : [];
  const own = lists.map(([kind, list]): [string, Rewrite[]] => [
    kind,
    Array.isArray(list) ? list.filter(isRewrite) : [],
  ]);
  const { gap, needs, need } = value;
  return {
    own: Object.fromEntries(own),
    gap: isNamedTexts(gap) ? gap : {},
    needs: Array.isArray(needs) ? needs.filter(isRewrite) : [],
    need: typeof need === 'string' ? need : '',
  };
}

/** What `content/coach/<locale>` holds, or `null` when it is not that. */
export function parseLanguage(
  words: unknown,
  grammar: unknown,
  rules: unknown,
  models: unknown = null,
): LanguageData | null {
  const learnt = isRecord(models) ? models : {};
  if (!isRecord(words) || !isRecord(grammar) || !isRecord(rules)) return null;
  const { lists, spelledOut, endings = {}, forgiven, notForgiven, sharedWords = '' } = words;
  if (!isNamedTexts(lists) || !isNamedTexts(spelledOut) || !isNamedTexts(endings)) return null;
  if (
    typeof sharedWords !== 'string' ||
    typeof forgiven !== 'string' ||
    typeof notForgiven !== 'string'
  )
    return null;

  const kind = (name: RuleKind): readonly RuleGroup[] => {
    const groups = rules[name];
    return Array.isArray(groups) ? groups.map(parseGroup).filter((group) => group !== null) : [];
  };
  return {
    lists,
    spelledOut,
    endings,
    forgiven,
    notForgiven,
    sharedWords,
    grammar: Object.fromEntries(Object.entries(grammar).filter(isPart)),
    models: {
      'why-blame': parseModel(learnt['why-blame']),
      leading: parseModel(learnt['leading']),
    },
    rules: {
      'why-blame': kind('why-blame'),
      leading: kind('leading'),
      judging: kind('judging'),
      'too-early': kind('too-early'),
      rhetorical: kind('rhetorical'),
    },
  };
}
