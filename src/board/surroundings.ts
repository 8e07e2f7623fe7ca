import type { Database } from '../storage/database.ts';
import type { Connect } from '../sync/link.ts';
import type { SiteConfig } from './config.ts';

/** Everything outside a circle that it needs. Tests pass a database of their own and a link that stays offline. */
export interface Surroundings {
  /** `null` where the browser stores nothing. */
  readonly database: Database | null;
  readonly connect: Connect;
  readonly config: () => Promise<SiteConfig>;
  /** Whether the person has agreed to contact these hosts. */
  readonly mayContact: (hosts: readonly string[]) => boolean;
  /** How long a page waits for a second new link before it follows the first, ms. */
  readonly settle?: number;
}
