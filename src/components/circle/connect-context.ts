import { getContext, hasContext, setContext } from 'svelte';

const KEY = Symbol('connect another way');

/** Opens the exchange of codes; `null` where there is nobody to reach, as in a rehearsal. */
export function getConnect(): (() => void) | null {
  return hasContext(KEY) ? getContext<() => void>(KEY) : null;
}

export function setConnect(open: () => void): void {
  setContext(KEY, open);
}
