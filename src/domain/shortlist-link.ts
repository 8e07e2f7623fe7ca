import { keyOf, MOST_NORMS, type Picked, type Shortlist } from './shortlist.ts';
import { checkText } from './text.ts';

/** What was wrong with a link; what could be read of it is there all the same. */
export type LinkFault =
  /** It was cut, or something in it was changed. */
  | 'changed'
  /** A later version of Askwell wrote it. */
  | 'newer'
  /** It holds more norms than a shortlist has. */
  | 'too-many'
  /** It names norms that are not in this library. */
  | 'unknown';

export interface ReadLink {
  readonly list: Shortlist;
  readonly faults: readonly LinkFault[];
}

const VERSION = 1;
/** Far more than seven norms in the longest words take. */
const LONGEST = 8000;
const LINK = /^(\d{1,3})(?:\.([\da-z]*))?(?:\.(.*))?$/s;
const NAME = /^[a-z]{2}\d{1,3}$/;

/**
 * A shortlist as the fragment of an address, without its `#`: a version, a check of what follows, and each norm, with
 * points between. A name stands for a norm of the library; what begins with `_` is somebody's own words.
 */
export function formatShortlist(list: Shortlist): string {
  const items = list
    .map((picked) => (picked.kind === 'library' ? picked.name : `_${escaped(picked.text)}`))
    .join('.');
  return `${VERSION}.${check(items)}.${items}`;
}

/**
 * Reads a shortlist out of a fragment, as far as it can be read.
 * @returns `null` where the fragment is no shortlist at all
 */
export function readShortlist(
  fragment: string,
  isInLibrary: (name: string) => boolean,
): ReadLink | null {
  const [, version, said, items = ''] = LINK.exec(fragment.slice(0, LONGEST)) ?? [];
  if (version === undefined) return null;
  const faults = new Set<LinkFault>();
  if (Number(version) > VERSION) faults.add('newer');
  else if (said !== check(items) || fragment.length > LONGEST) faults.add('changed');

  const list = new Map<string, Picked>();
  for (const item of items.split('.').filter((each) => each !== '')) {
    const picked = read(item);
    const isKnown = picked?.kind !== 'library' || isInLibrary(picked.name);
    if (!picked) faults.add(faults.has('newer') ? 'newer' : 'changed');
    else if (!isKnown) faults.add('unknown');
    else list.set(keyOf(picked), picked);
  }
  if (list.size > MOST_NORMS) faults.add('too-many');
  return { list: [...list.values()].slice(0, MOST_NORMS), faults: [...faults] };
}

function read(item: string): Picked | null {
  if (NAME.test(item)) return { kind: 'library', name: item };
  if (!item.startsWith('_')) return null;
  const checked = checkText(unescaped(item.slice(1)), 'line');
  return checked.ok ? { kind: 'own', text: checked.text } : null;
}

// Chats cut an address at a mark that ends a sentence, so only letters, digits and these two stand for themselves.
const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/[.!~*'()_]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '_');

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('_', ' '));
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}

/** Four letters that tell a changed link, and no secret: FNV-1a of the characters. */
function check(items: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < items.length; at++) {
    hash = Math.imul(hash ^ items.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(4, '0').slice(-4);
}
