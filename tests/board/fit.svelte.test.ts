import { describe, expect, test } from 'vitest';
import { beginSession } from '../../src/board/begin-session.ts';
import { FitBoard } from '../../src/board/fit-board.svelte.ts';
import { planIn, replan, undoReplan } from '../../src/board/replan.ts';
import { sayOfIdeas } from '../../src/board/ideas.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { sessionsIn } from '../../src/document/sessions.ts';
import { turnsIn } from '../../src/document/turns.ts';
import type { FormatOffered } from '../../src/domain/fitting-formats.ts';
import { planWithin, sum } from '../../src/domain/plan.ts';
import { jsonOf } from '../content/read-content.ts';
import { contents } from '../support/linked-peers.ts';
import { sessionPages } from '../support/session-pages.ts';

const formats = jsonOf<Omit<FormatOffered, 'id'>>('formats').map(([id, rest]): FormatOffered => ({
  id,
  ...rest,
}));
const format = (id: string): FormatOffered => formats.find((each) => each.id === id)!;

/** All begin a session, and each has it open; Tomás is in the circle, and not here. */
function meeting(id: string, presenter: string, ...names: string[]) {
  const { net, boards } = sessionPages(...names, 'tomas');
  const here = boards.slice(0, names.length);
  beginSession(here[0]!, format(id), { presenter, steward: null });
  net.deliverAll();
  const sessions = here.map((board) => new SessionBoard(board, board.session!));
  for (const session of sessions) session.attend();
  net.deliverAll();
  const pages = sessions.map((session) => ({ session, fit: new FitBoard(session, formats) }));
  const take = ({ session }: (typeof pages)[number], other: string): void =>
    replan(session, other, planIn(session, format(other)));
  /** What every screen shows, which must be the same. */
  const shown = () => {
    net.deliverAll();
    const all = pages.map(({ session: { record, phase, presenter, turns, endsAt } }) => ({
      format: record.format,
      minutes: sum(record.plan),
      phase,
      presenter,
      parts: turns.length,
      endsAt: Math.round(endsAt / 60_000),
    }));
    for (const one of all) expect(one).toEqual(all[0]);
    for (const peer of net.peers) expect(contents(peer)).toEqual(contents(net.peers[0]!));
    expect(sessionsIn(net.peers[0]!).unreadable).toBe(0);
    return all[0]!;
  };
  return { net, pages, ana: pages[0]!, ben: pages[1]!, shown, take };
}

describe('a presenter who is not here', () => {
  test('is stood in for by one of those who are, the same on every screen, until nobody would like to', () => {
    const { pages, ana, ben, shown } = meeting('seed60', 'tomas', 'ana', 'ben', 'cleo');
    expect(ana.fit.missing).toBe('tomas');
    ben.fit.goWithout();
    const first = shown().presenter;
    expect(['ana', 'ben', 'cleo']).toContain(first);
    expect(pages.map(({ fit }) => fit.takenOver?.row.insteadOf)).toEqual([
      'tomas',
      'tomas',
      'tomas',
    ]);
    ana.fit.decline();
    const second = shown().presenter;
    expect(second).not.toBe(first);
    ben.fit.decline();
    ben.fit.decline();
    expect(shown().presenter).toBeNull();
    expect(ana.fit.takenOver?.row.notToday).toHaveLength(3);
  });

  test('gets the part back when they come after all', () => {
    const { ana, shown } = meeting('seed60', 'tomas', 'ana', 'ben');
    ana.fit.goWithout();
    ana.fit.giveBack();
    expect(shown().presenter).toBe('tomas');
    expect(ana.fit.takenOver).toBeNull();
  });

  test('where two tap at once, all agree', () => {
    const { ana, ben, shown } = meeting('seed60', 'tomas', 'ana', 'ben', 'cleo');
    ana.fit.goWithout();
    ben.fit.goWithout();
    expect(shown().presenter).not.toBe('tomas');
  });

  test('in a session of several parts nobody is asked who presents today anyway', () => {
    const { ana, shown } = meeting('triad60', 'tomas', 'ana', 'ben');
    ana.session.turns.forEach(({ presenter }, i) =>
      expect(presenter).toBe(['tomas', 'ana', 'ben'][i]),
    );
    ana.fit.goWithout();
    expect(shown().presenter).toBeNull();
  });
});

describe('another plan for a session that has begun', () => {
  test('is everybody’s at once, and any of them can go back', () => {
    const { ana, ben, shown, take } = meeting('seed60', 'ana', 'ana', 'ben');
    expect(ben.fit.isMisfit).toBe(false);
    take(ben, 'pair40');
    expect(shown()).toMatchObject({ format: 'pair40', parts: 2, presenter: 'ana' });
    expect(ana.session.turns.map(({ presenter }) => presenter)).toEqual(['ana', 'ben']);
    expect(ana.session.record.changed).toMatchObject({ by: 'ben', format: 'seed60' });
    undoReplan(ana.session);
    expect(shown()).toMatchObject({ format: 'seed60', minutes: 60, parts: 1, presenter: 'ana' });
    undoReplan(ben.session);
    expect(shown()).toMatchObject({ format: 'pair40', parts: 2 });
  });

  test('where nobody presents any more, nobody is noted as presenter, and going back brings them back', () => {
    const { ana, shown, take } = meeting('seed60', 'ben', 'ana', 'ben');
    take(ana, 'keepalive20');
    expect(shown()).toMatchObject({ format: 'keepalive20', presenter: null });
    undoReplan(ana.session);
    expect(shown()).toMatchObject({ format: 'seed60', presenter: 'ben' });
  });

  test('in less time ends when the time is over, whatever arriving has taken', () => {
    const { ana, net, shown } = meeting('seed60', 'ana', 'ana', 'ben');
    const plan = planWithin(planIn(ana.session, format('seed60')), 40)!;
    replan(ana.session, 'seed60', plan);
    const now = ana.session.circle.writer.now();
    expect(shown()).toMatchObject({ minutes: 40, endsAt: Math.round(now / 60_000) + 40 });
    expect(turnsIn(net.peers[0]!).all()).toHaveLength(1);
  });

  test('two who change it at once have one plan, one of the two, with all its parts', () => {
    const { ana, ben, shown, take } = meeting('seed60', 'ana', 'ana', 'ben', 'cleo');
    take(ana, 'triad60');
    take(ben, 'seed30');
    const after = shown();
    expect(after.minutes).toBe(sum(planIn(ana.session, format(after.format))));
    expect([
      ['triad60', 3],
      ['seed30', 1],
    ]).toContainEqual([after.format, after.parts]);
  });

  test('two who take the same one at once make its parts once', () => {
    const { ana, ben, shown, take } = meeting('seed60', 'ana', 'ana', 'ben', 'cleo');
    take(ana, 'triad60');
    take(ben, 'triad60');
    expect(shown()).toMatchObject({ format: 'triad60', parts: 3 });
  });

  test.each([
    ['the step is lost, and whoever took it sees so', 2, 1, 'arrive'],
    ['the step holds, in the new plan', 1, 2, 'norms'],
  ])('while somebody steers by the old one, all have the new one: %s', (_what, one, other, at) => {
    const { ana, ben, net, shown, take } = meeting('seed60', 'ana', 'ana', 'ben', 'cleo');
    // Of two who write at once, Yjs takes the one with the higher id.
    net.peers[0]!.doc.clientID = one;
    net.peers[1]!.doc.clientID = other;
    take(ana, 'keepalive20');
    ben.session.goTo(1);
    expect(shown()).toMatchObject({ format: 'keepalive20', phase: at });
    const { clock, plan } = sessionsIn(net.peers[0]!).all()[0]!;
    expect(clock.allowed).toHaveLength(plan.length);
    ben.session.goTo(2);
    expect(shown().phase).toBe(plan[2]?.phase);
    undoReplan(ana.session);
    expect(shown().format).toBe('seed60');
  });

  test('what was written in a part stays where the new plan has that part too', () => {
    const { ana, shown, take } = meeting('seed60', 'ana', 'ana', 'ben');
    ana.session.setChallenge('The shop');
    take(ana, 'seed30');
    shown();
    expect(ana.session.turn?.challenge).toBe('The shop');
  });
});

describe('ideas', () => {
  function atIdeas() {
    const all = meeting('codev45', 'ana', 'ana', 'ben', 'cleo');
    all.ben.session.goTo(all.ben.session.plan.findIndex(({ phase }) => phase === 'offers'));
    all.shown();
    return all;
  }

  test('are opened by the presenter’s own tap and by nobody else’s', () => {
    const { ana, ben, shown } = atIdeas();
    sayOfIdeas(ben.session, true);
    expect(shown().phase).toBe('before-offers');
    sayOfIdeas(ana.session, true);
    expect(shown().phase).toBe('offers');
    expect(ben.session.turn?.ideas).toMatchObject({ wanted: true, by: 'ana' });
  });

  test('that a presenter does not want make room for questions, until they want some after all', () => {
    const { ana, ben, shown } = atIdeas();
    sayOfIdeas(ana.session, false);
    expect(shown().phase).toBe('explore');
    ben.session.explore.ask('What would be enough?');
    shown();
    expect(ana.session.explore.questions).toHaveLength(1);
    sayOfIdeas(ana.session, true);
    expect(shown().phase).toBe('offers');
  });

  test('are not open because somebody else wrote so, nor for whoever presents next', () => {
    const { ana, net, shown } = atIdeas();
    const id = ana.session.turn!.id;
    turnsIn(net.peers[1]!).patch(id, { ideas: { wanted: true, by: 'ben', at: 1 } });
    expect(shown().phase).toBe('before-offers');
    sayOfIdeas(ana.session, true);
    turnsIn(net.peers[1]!).patch(id, { presenter: 'cleo' });
    expect(shown().phase).toBe('before-offers');
  });
});
