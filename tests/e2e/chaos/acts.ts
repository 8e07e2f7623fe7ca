import type { Page } from '@playwright/test';
import type { Dice } from '../../support/dice.ts';
import { brokenFrames, garbage, ghost, sendRaw } from '../link/raw-frames.ts';
import type { Sailor } from './crew.ts';
import type { ShakySite } from './shaky-site.ts';

export interface World {
  readonly dice: Dice;
  readonly crew: readonly Sailor[];
  readonly site: ShakySite;
  /** A page in the same room that means harm. */
  readonly eve: Page;
}

/** Something that happens, and that is undone after some other things have happened. */
export interface Act {
  readonly name: string;
  /** How often it happens, against the others. */
  readonly weight: number;
  /** Does it to one member; the answer undoes it. `null` where it cannot happen now. */
  readonly happen: (world: World) => Promise<{ told: string; undo?: () => Promise<void> } | null>;
}

/** One member whom it can happen to now. */
function anyone({ dice, crew }: World, isFit: (sailor: Sailor) => boolean): Sailor | null {
  const fit = crew.filter((sailor) => sailor.isHere && !sailor.isAsleep && isFit(sailor));
  return fit.length === 0 ? null : dice.pick(fit);
}

/** Never fewer than two who can talk, or there would be nothing to see. */
const isLively = ({ crew }: World): boolean =>
  crew.filter((sailor) => sailor.isHere && !sailor.isAsleep).length > 2;

const toOne = (
  isFit: (sailor: Sailor) => boolean,
  act: (sailor: Sailor, world: World) => Promise<(() => Promise<void>) | undefined>,
): Act['happen'] => {
  return async (world) => {
    const sailor = isLively(world) ? anyone(world, isFit) : null;
    if (sailor === null) return null;
    const undo = await act(sailor, world);
    return undo === undefined ? { told: sailor.name } : { told: sailor.name, undo };
  };
};

const always = (): boolean => true;
const isOnline = (sailor: Sailor): boolean => !sailor.isOffline;

export const acts: readonly Act[] = [
  {
    name: 'writes',
    weight: 10,
    happen: async (world) => {
      const sailor = anyone(world, always);
      return sailor === null ? null : { told: await sailor.write() };
    },
  },
  {
    name: 'writes, and crashes as soon as it is accepted',
    weight: 2,
    happen: toOne(isOnline, async (sailor) => {
      await sailor.write();
      await sailor.vanish('crashed');
      return () => sailor.comeBack();
    }),
  },
  {
    name: 'closes the window',
    weight: 2,
    happen: toOne(isOnline, async (sailor) => {
      await sailor.vanish('closed');
      return () => sailor.comeBack();
    }),
  },
  {
    name: 'reloads',
    weight: 2,
    happen: toOne(isOnline, async (sailor) => {
      await sailor.reload();
      return undefined;
    }),
  },
  {
    name: 'goes offline',
    weight: 2,
    happen: toOne(isOnline, async (sailor) => {
      await sailor.setOffline(true);
      return () => sailor.setOffline(false);
    }),
  },
  {
    name: 'falls asleep',
    weight: 2,
    happen: toOne(always, (sailor) => sailor.sleep()),
  },
  {
    name: 'gets six times slower',
    weight: 2,
    happen: toOne(always, async (sailor) => {
      await sailor.slowDown(6);
      return () => sailor.slowDown(1);
    }),
  },
  {
    name: 'opens a second tab',
    weight: 1,
    happen: toOne(
      (sailor) => isOnline(sailor) && !sailor.hasTab,
      async (sailor) => {
        await sailor.openTab();
        return () => sailor.closeTab();
      },
    ),
  },
  {
    name: 'the rendezvous is gone',
    weight: 1,
    happen: async ({ site }) => {
      await site.takeRendezvous();
      return { told: '', undo: () => Promise.resolve(site.bringRendezvous()) };
    },
  },
  {
    name: 'Eve sends garbage',
    weight: 2,
    happen: async ({ eve, dice }) => {
      const noise = Array.from({ length: 50 }, () =>
        Array.from({ length: 1 + dice.below(40) }, () => dice.below(256)),
      );
      const ghosts = Array.from({ length: 50 }, () => ghost(1 + dice.below(120)));
      const broken = garbage.map(([, bytes]) => [0, ...bytes]);
      await sendRaw(eve, [...noise, ...ghosts, ...broken, ...brokenFrames]);
      return { told: '' };
    },
  },
  {
    name: 'Eve writes nonsense into the circle',
    weight: 1,
    happen: async ({ eve, dice }) => {
      const table = dice.pick(['norms', 'members', 'sessions', 'questions', 'ballots', 'meta']);
      const value = dice.pick([7, null, 'x'.repeat(5000), [], { id: 7 }]);
      const given = [table, `nonsense ${dice.below(20)}`, value] as const;
      await eve.evaluate(
        ([where, key, what]) => void window.page.doc.getMap(where).set(key, what),
        given,
      );
      return { told: table };
    },
  },
];

export function anyAct(dice: Dice): Act {
  return dice.pick(acts.flatMap((act) => Array.from({ length: act.weight }, () => act)));
}
