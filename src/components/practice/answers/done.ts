import { partOf } from '../../part-of.ts';
import type { Begin } from './round.ts';

/** Something that was done away from the keys. */
export const beginDone: Begin = ({ item, answered }) => {
  partOf(item, '.did', HTMLButtonElement).addEventListener('click', () => {
    partOf(item, '.acts', HTMLElement).hidden = true;
    answered(true, true);
  });
};
