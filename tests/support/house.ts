import { posix } from 'node:path';

interface Room {
  /** Other rooms that it may import from. */
  readonly rooms: readonly string[];
  /** Packages that it may use. */
  readonly packages: readonly string[];
}

/** The import rules. `docs/architecture.md` draws them; this table is what counts. */
export const house: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: [] },
  // lib0 for a hash that answers at once: the browser's own makes callers wait.
  document: { rooms: ['domain'], packages: ['yjs', 'lib0'] },
  // age-encryption for a file that leaves the disk.
  storage: { rooms: ['domain'], packages: ['dexie', 'age-encryption'] },
  sync: {
    rooms: ['domain'],
    packages: ['yjs', 'y-webrtc', 'y-protocols', 'lib0', '@noble/secp256k1', '@scure/bip39'],
  },
  i18n: { rooms: ['domain'], packages: [] },
  // Dates and calendar files, fetched when somebody sets a date or takes it into a calendar.
  board: {
    rooms: ['domain', 'document', 'storage', 'sync'],
    packages: ['svelte', 'temporal-polyfill', 'ical-generator', 'timezones-ical-library'],
  },
  components: {
    rooms: ['domain', 'board', 'i18n', 'styles'],
    packages: ['svelte', 'astro', 'uqr', 'minisearch'],
  },
  layouts: {
    rooms: ['components', 'i18n', 'styles'],
    packages: ['astro', '@fontsource-variable/newsreader'],
  },
  pages: { rooms: ['domain', 'components', 'layouts', 'i18n', 'styles'], packages: ['astro'] },
  styles: { rooms: [], packages: [] },
  // What files in `content/` have to be like.
  schemas: { rooms: ['domain'], packages: ['astro'] },
};

/** The one file that stands outside the rooms: Astro wants it there. */
const contentConfig: Room = { rooms: ['schemas'], packages: ['astro'] };

const statement =
  /(?:^|[;>])\s*(?:import|export)\b(?:[\w\s{},*$]*\bfrom\b)?\s*['"]([^'"\n]+)['"]/gm;
const call = /\bimport(?:\.meta\.glob)?\s*\(\s*\[?\s*['"`]([^'"`\n]+)['"`]/g;

function imports(source: string): string[] {
  return [statement, call].flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap(([, target]) => target ?? []),
  );
}

/** The room or package that an import names. */
function named(file: string, target: string): { room: string } | { package: string } {
  if (target.startsWith('.')) {
    const path = posix.join(posix.dirname(file), target);
    const [source, room = ''] = path.split('/');
    return { room: source === 'src' ? room : 'outside src' };
  }
  if (target.startsWith('astro:')) return { package: 'astro' };
  const parts = target.split('/');
  return { package: parts.slice(0, target.startsWith('@') ? 2 : 1).join('/') };
}

/** What a file of `src/` imports against the rules, each as `file → target (what it is)`. */
export function violations(file: string, source: string): string[] {
  const isInRoom = file.split('/').length > 2;
  const room = isInRoom ? (file.split('/')[1] ?? '') : 'content.config.ts';
  const allowed = file === 'src/content.config.ts' ? contentConfig : house[room];
  if (allowed === undefined) return [`${room} is not in the house`];
  return imports(source).flatMap((target) => {
    const it = named(file, target);
    const isAllowed =
      'room' in it
        ? [room, ...allowed.rooms].includes(it.room)
        : allowed.packages.includes(it.package);
    if (isAllowed) return [];
    return [`${file} → ${target} (${'room' in it ? it.room : it.package})`];
  });
}
