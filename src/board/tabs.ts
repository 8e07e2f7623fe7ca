import type { CircleId } from '../domain/ids.ts';

/** The word of one tab to the others: the circle was removed from this device, or has got a new link. */
export type TabWord = 'forgotten' | 'moved';

/** The channel between the tabs of this browser in which a circle is open. */
export const nameOfTabs = (circle: CircleId): string => `askwell ${circle}`;
