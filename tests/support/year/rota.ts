import { sessionsIn } from '../../../src/document/sessions.ts';
import { turnsIn } from '../../../src/document/turns.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import { servedIn, suggestRoles, type Roles } from '../../../src/domain/rota.ts';
import type { YearOfCircle } from './circle.ts';

/** Who would have which role: each device says it from its own log, asked in an order of its own. */
export const rota = (year: YearOfCircle, members: readonly MemberId[]): Roles =>
  year.agreed('rota', (circle) =>
    suggestRoles(servedIn(sessionsIn(circle).all(), turnsIn(circle).all()), {
      members: year.inAnyOrder(members),
    }),
  );
