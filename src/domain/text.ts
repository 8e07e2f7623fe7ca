/** The longest texts that a record takes, in UTF-16 units: room for every honest use, and a bound for a stranger's. */
export const limits = {
  name: 60,
  line: 300,
  text: 2000,
  address: 500,
} as const;

export type Kind = keyof typeof limits;

export type Checked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly because: 'empty' | 'too-long'; readonly over: number };

// Signs that only join or turn others would make a name that nobody can see.
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Trims and checks what somebody typed. It is never cut: a text that is too long goes back to its writer. */
export function checkText(typed: string, kind: Kind): Checked {
  const text = typed.trim().normalize('NFC');
  if (!VISIBLE.test(text)) return { ok: false, because: 'empty', over: 0 };
  const over = text.length - limits[kind];
  return over > 0 ? { ok: false, because: 'too-long', over } : { ok: true, text };
}
