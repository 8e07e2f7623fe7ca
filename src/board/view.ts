import type { Session } from '../domain/session.ts';
import type { OpenCircle } from './open-circle.ts';

/** What stands in the way of opening what the address names. */
export type Trouble =
  | 'cut'
  | 'newer'
  | 'no-link'
  | 'code'
  | 'code-unknown'
  | 'unknown-circle'
  | 'no-disk'
  | 'not-secure'
  | 'failed';

/** What a circle has pages of its own for, as their addresses name them. */
export const circleParts = [
  'history',
  'recap',
  'commitments',
  'members',
  'ending',
  'turns',
] as const;
export type CirclePart = (typeof circleParts)[number];

/** A page of a circle, and what it is about: one session, for example, by its id. */
export interface PartShown {
  readonly part: CirclePart;
  readonly about: string;
}

export type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'start' }
  | { readonly kind: 'rehearsal' }
  | { readonly kind: 'file' }
  | { readonly kind: 'mine' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'join'; readonly circle: OpenCircle }
  | { readonly kind: 'circle'; readonly circle: OpenCircle; readonly shown: PartShown | null }
  | { readonly kind: 'session'; readonly circle: OpenCircle; readonly session: Session };
