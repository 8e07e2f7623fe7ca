import { createContext } from 'svelte';
import type { App } from '../board/app.svelte.ts';
import type { CircleBoard } from '../board/circle-board.svelte.ts';
import type { Content } from './content.ts';

/** The circle page itself: which view the address asks for. */
export const [getApp, setApp] = createContext<App>();
/** The circle that the view shows. */
export const [getCircle, setCircle] = createContext<CircleBoard>();
/** Formats, phases and norms, from `content/`. */
export const [getContent, setContent] = createContext<Content>();
