import { readJson } from '../domain/json.ts';
import {
  heardAs,
  most,
  type Heard,
} from '../domain/practice/conversation/practice-conversation.ts';
import { isStored, readSetting, writeSetting } from '../storage/device-setting.ts';

/** What this device keeps of a practice conversation: my words and how they were heard; the rest follows. */
export interface KeptConversation {
  readonly draft: string;
  readonly said: readonly { readonly asked: string; readonly heard: Heard }[];
  readonly isOver: boolean;
}

const LONGEST = 2000;
const keyOf = (name: string): string => `askwell.conversation.${name}`;
/** Whatever is stored: what cannot be read is left out. */
export function keptConversation(name: string): KeptConversation {
  const kept = fieldsOf(readJson(readSetting(keyOf(name)) ?? ''));
  const said = Array.isArray(kept['said']) ? kept['said'].slice(0, most) : [];
  return {
    draft: textOf(kept['draft']),
    said: said.flatMap((one: unknown) => {
      const { asked, as, thread } = fieldsOf(one);
      const heard = heardAs.find((kind) => kind === as);
      if (heard === undefined) return [];
      return {
        asked: textOf(asked),
        heard: { as: heard, thread: typeof thread === 'string' ? thread : null },
      };
    }),
    isOver: kept['isOver'] === true,
  };
}

/** Says whether the device has it; if not, it lasts as long as the page. */
export function keepConversation(name: string, { draft, said, isOver }: KeptConversation): boolean {
  const key = keyOf(name);
  const rows = said.map(({ asked, heard }) => ({ asked: asked.slice(0, LONGEST), ...heard }));
  const kept = JSON.stringify({ draft: draft.slice(0, LONGEST), said: rows, isOver });
  writeSetting(key, draft === '' && said.length === 0 ? null : kept);
  return isStored(key);
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, LONGEST) : '';

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
