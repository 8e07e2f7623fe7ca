import type { CarriedCodes } from '../../../board/carried-codes.svelte.ts';
import type { CircleBoard } from '../../../board/circle-board.svelte.ts';
import type { Translate } from '../../../i18n/translate.ts';

/** What is wrong with the code that came, and what helps; empty where nothing is wrong. */
export function faultWords(t: Translate, codes: CarriedCodes, board: CircleBoard): string {
  const { fault, role } = codes;
  if (fault === null || role === null) return '';
  if (fault === 'no-way') {
    const isNear = board.link.wayAcross === 'one-network';
    return t(`circle.codes.fault.no-way.${isNear ? 'one-network' : 'stun'}`);
  }
  if (fault === 'wrong-kind' || fault === 'expired') {
    return t(`circle.codes.fault.${fault}.${role}`);
  }
  return t(`circle.codes.fault.${fault}`, { name: board.name });
}
