import type { GrammarPart, LanguageData, RuleGroup, RuleKind } from './language-data.ts';

export interface Group extends Omit<RuleGroup, 'patterns' | 'except'> {
  readonly rules: readonly { readonly id: string; readonly pattern: RegExp }[];
  readonly except: readonly RegExp[];
}

export type Grammar = (part: GrammarPart) => readonly RegExp[];
export type Rules = (kind: RuleKind) => readonly Group[];

/** Makes patterns of a language's lists: `<name>` in a source is replaced by the list of that name. */
function compiler(lists: LanguageData['lists']): (source: string) => RegExp {
  const expand = (source: string): string =>
    source.replace(/<([a-zA-Z]+)>/g, (_, name: string) => `(?:${expand(lists[name] ?? name)})`);
  return (source) => new RegExp(expand(source));
}

/** Keeps what was made of a name. Patterns are made when they are first needed. */
function kept<Name, Made>(make: (name: Name) => Made): (name: Name) => Made {
  const made = new Map<Name, Made>();
  return (name) => {
    const before = made.get(name);
    if (before !== undefined) return before;
    const now = make(name);
    made.set(name, now);
    return now;
  };
}

export function patternsOf(data: LanguageData): { grammar: Grammar; rules: Rules } {
  const compile = compiler(data.lists);
  const group = ({ patterns, except, ...group }: RuleGroup): Group => ({
    ...group,
    rules: Object.entries(patterns).map(([id, source]) => ({ id, pattern: compile(source) })),
    except: Object.values(except).map(compile),
  });
  return {
    grammar: kept((part: GrammarPart) => (data.grammar[part] ?? []).map(compile)),
    rules: kept((kind: RuleKind) => data.rules[kind].map(group)),
  };
}

export const some = (patterns: readonly RegExp[], line: string): boolean =>
  patterns.some((pattern) => pattern.test(line));

/** The first match of the first pattern that has one. */
export function firstMatch(patterns: readonly RegExp[], line: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    if (match !== null) return match;
  }
  return null;
}
