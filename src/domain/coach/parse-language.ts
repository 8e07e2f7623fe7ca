import type { GrammarPart, LanguageData, RuleGroup, RuleKind } from './language-data.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isNamedTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

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

/** What `content/coach/<locale>` holds, or `null` when it is not that. */
export function parseLanguage(
  words: unknown,
  grammar: unknown,
  rules: unknown,
): LanguageData | null {
  if (!isRecord(words) || !isRecord(grammar) || !isRecord(rules)) return null;
  const { lists, spelledOut, forgiven, notForgiven, sharedWords = '' } = words;
  if (!isNamedTexts(lists) || !isNamedTexts(spelledOut)) return null;
  if (
    typeof sharedWords !== 'string' ||
    typeof forgiven !== 'string' ||
    typeof notForgiven !== 'string'
  )
    return null;

  const part = (name: GrammarPart): readonly string[] => {
    const sources = grammar[name];
    return isTexts(sources) ? sources : [];
  };
  const kind = (name: RuleKind): readonly RuleGroup[] => {
    const groups = rules[name];
    return Array.isArray(groups) ? groups.map(parseGroup).filter((group) => group !== null) : [];
  };
  return {
    lists,
    spelledOut,
    forgiven,
    notForgiven,
    sharedWords,
    grammar: {
      leadIns: part('leadIns'),
      subordinate: part('subordinate'),
      wh: part('wh'),
      whInverted: part('whInverted'),
      whNot: part('whNot'),
      whEcho: part('whEcho'),
      yesNo: part('yesNo'),
      yesNoMarked: part('yesNoMarked'),
      yesNoInside: part('yesNoInside'),
      invitation: part('invitation'),
      wonder: part('wonder'),
      wonderWhether: part('wonderWhether'),
      softOpen: part('softOpen'),
      softOpenNot: part('softOpenNot'),
      fact: part('fact'),
      factNot: part('factNot'),
      scale: part('scale'),
      bareTag: part('bareTag'),
      tag: part('tag'),
      falseStart: part('falseStart'),
      inPlace: part('inPlace'),
      embeddedAfter: part('embeddedAfter'),
      mirror: part('mirror'),
      alternatives: part('alternatives'),
      alternativesNot: part('alternativesNot'),
      choice: part('choice'),
      choiceBefore: part('choiceBefore'),
      second: part('second'),
      completes: part('completes'),
      noQuestion: part('noQuestion'),
      consent: part('consent'),
      ambiguous: part('ambiguous'),
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
