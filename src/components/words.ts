import { createContext } from 'svelte';
import type { Translate } from '../i18n/translate.ts';

/** The words of the page's language, for every component of an island. */
export const [getT, setT] = createContext<Translate>();
