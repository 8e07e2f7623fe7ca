import type { LinkStatus, ServiceState } from '../sync/link.ts';

/** What may keep this screen from finding the others, and the services that it is about. */
export type Hindrance =
  | { readonly kind: 'unreachable' | 'none-named' }
  /** They are there, and do not take what we say; others may be reached. */
  | { readonly kind: 'refused' | 'turn-refused'; readonly addresses: readonly string[] };

const REFUSALS: readonly ServiceState[] = ['refused', 'needs-login'];

/** Why nobody may have been found, as far as the services have told; `null` where they have told nothing of the kind. */
export function hindranceOf({ services, rendezvous, turnRefused }: LinkStatus): Hindrance | null {
  const refusing = services.filter(({ state }) => REFUSALS.includes(state));
  if (refusing.length > 0) {
    return { kind: 'refused', addresses: refusing.map(({ address }) => address) };
  }
  if (services.length === 0) return { kind: 'none-named' };
  if (rendezvous === 'unreachable') return { kind: 'unreachable' };
  return turnRefused.length > 0 ? { kind: 'turn-refused', addresses: turnRefused } : null;
}
