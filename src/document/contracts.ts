import { MOST, type Contract } from '../domain/contract.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records } from './table.ts';

export const parseContract: Parse<Contract> = parser(
  v.object({
    id,
    sessions: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST)),
    since: time,
    isClosing: v.optional(v.boolean(), false),
    by: id,
    setAt: time,
  }),
);

/** One row, and more only where two people have set one without knowing of each other. */
export const contractsIn = records('contracts', parseContract);

/** Sets for how many sessions the circle meets, in the place of all that this device knows of. */
export function setContract(circle: CircleDocument, contract: Contract): void {
  circle.write(() => {
    const contracts = contractsIn(circle);
    for (const key of [...contracts.shared.keys()]) contracts.remove(key);
    contracts.put(contract);
  });
}
