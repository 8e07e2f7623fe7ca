import {
  absencesIn,
  agreeToSwap,
  askToSwap,
  comeAfterAll,
  giveRoles,
  notTodayIn,
  rolesNow,
  sayAbsent,
  sayNotToday,
  swapsIn,
  todayAfterAll,
  undoSwap,
  withdrawSwap,
} from '../document/whose-turn.ts';
import type { MemberId } from '../domain/ids.ts';
import {
  FEWEST_WITH_OBSERVER,
  servedIn,
  serviceOf,
  suggestRoles,
  type RoleName,
  type Service,
} from '../domain/rota.ts';
import { doubled, has, stageOf, type SessionRole, type Swap } from '../domain/whose-turn.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** Whose turn it is in a circle: the log of who served, what it suggests, and who cannot come. */
export class TurnsBoard {
  readonly circle: CircleBoard;
  readonly #absences;
  readonly #notToday;
  readonly #swaps;

  constructor(circle: CircleBoard) {
    this.circle = circle;
    this.#absences = observe(absencesIn(circle.document));
    this.#notToday = observe(notTodayIn(circle.document));
    this.#swaps = observe(swapsIn(circle.document));
  }

  /** Sessions that took place, the oldest first; the one that is on is not among them. */
  readonly log = $derived.by(() => servedIn(this.circle.past, this.circle.turns));
  readonly notToday = $derived.by(() => this.#notToday.current);
  readonly swaps = $derived.by(() =>
    this.#swaps.current.toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1)),
  );

  serviceOf = (role: RoleName, member: MemberId): Service => serviceOf(this.log, role, member);

  /** Who has said that they cannot come to the next meeting. */
  readonly absent = $derived.by(() => {
    const at = this.circle.next?.at ?? null;
    const rows = this.#absences.current.filter(({ meeting }) => meeting === at);
    return new Set(rows.map(({ member }) => member));
  });
  readonly amAbsent = $derived.by(() => this.absent.has(this.circle.writer.me));
  readonly #expected = $derived.by(() =>
    this.circle.seats.map(({ member }) => member.id).filter((id) => !this.absent.has(id)),
  );
  /** Who would do what the next time. */
  readonly next = $derived.by(() => suggestRoles(this.log, { members: this.#expected }));
  /** Whoever was chosen for the next date, unless they cannot come; else whose turn it is. */
  readonly presentsNext = $derived.by((): { member: MemberId; isChosen: boolean } | null => {
    const chosen = this.circle.next?.presenter ?? null;
    if (chosen !== null && this.#expected.includes(chosen))
      return { member: chosen, isChosen: true };
    const member = this.next.presenter;
    return member === null ? null : { member, isChosen: false };
  });

  /** What the rota says for who is here, around a presenter who has been chosen. */
  suggestFor = (members: readonly MemberId[], presenter?: MemberId | null) =>
    suggestRoles(this.log, presenter ? { members, presenter } : { members });

  sayAbsent = (): void => {
    const meeting = this.circle.next?.at;
    if (meeting === undefined) return;
    const { me, now } = this.circle.writer;
    this.circle.save([], () => sayAbsent(this.circle.document, { meeting, member: me, at: now() }));
  };

  comeAfterAll = (): void => {
    const meeting = this.circle.next?.at;
    if (meeting === undefined) return;
    const member = this.circle.writer.me;
    this.circle.save([], () => comeAfterAll(this.circle.document, { meeting, member }));
  };
}

/** Roles while a session is on: what the rota says for who is here, who would rather not, and swaps. */
export class RolesBoard {
  readonly session: SessionBoard;
  readonly #turns: TurnsBoard;

  constructor(session: SessionBoard) {
    this.session = session;
    this.#turns = new TurnsBoard(session.circle);
  }

  get #circle() {
    return this.session.circle;
  }

  readonly #here = $derived.by(() => this.session.participants.map(({ id }) => id));
  readonly now = $derived.by(() => rolesNow(this.session.record, this.session.turns));
  readonly #out = $derived.by(
    () =>
      new Map(
        this.#turns.notToday
          .filter(({ session }) => session === this.session.id)
          .map(({ member, what }) => [member, what]),
      ),
  );
  /** What I have said of today. */
  readonly mine = $derived.by(() => this.#out.get(this.#circle.writer.me) ?? null);
  readonly hasObserver = $derived.by(
    () => this.#here.length >= FEWEST_WITH_OBSERVER || this.session.record.observer !== null,
  );

  /** Who was chosen presents, while they are here and would; the rota says the rest. */
  readonly suggested = $derived.by(() => {
    const members = this.#here.filter((id) => this.#out.get(id) !== 'roles');
    const [chosen] = this.now.presenters;
    const stays = chosen && members.includes(chosen) && !this.#out.has(chosen);
    const roles = suggestRoles(this.#turns.log, {
      members,
      notToday: new Set(this.#out.keys()),
      ...(stays && { presenter: chosen }),
    });
    return {
      presenter:
        this.session.hasPresenter && this.session.turns.length === 1 ? roles.presenter : null,
      steward: roles.steward,
      observer: this.session.hasPresenter ? roles.observer : null,
    };
  });
  /** Whether it says anything that is not so already. */
  readonly isNew = $derived.by(() => {
    const { presenter, steward, observer } = this.suggested;
    const { now } = this;
    const isFree = (role: SessionRole, member: MemberId | null): boolean =>
      member === null ||
      !this.#here.includes(member) ||
      this.#out.get(member) === 'roles' ||
      doubled(now).includes(role);
    const [presents] = now.presenters;
    return (
      (presenter !== null && presenter !== presents) ||
      (steward !== null && isFree('steward', now.steward)) ||
      (observer !== null && isFree('observer', now.observer))
    );
  });
  readonly doubled = $derived.by(() => doubled(this.now));

  serviceOf = (role: RoleName): Service => this.#turns.serviceOf(role, this.#circle.writer.me);

  /** Gives everyone the role that the rota says. */
  take = (): void => {
    const { record, turns, id } = this.session;
    const { presenter, steward, observer } = this.suggested;
    const presenters = presenter === null ? this.now.presenters : [presenter];
    this.#circle.save([id], () =>
      giveRoles(this.#circle.document, record, turns, { presenters, steward, observer }),
    );
  };

  setObserver = (observer: MemberId | null): void => {
    const { record, turns, id } = this.session;
    this.#circle.save([id], () =>
      giveRoles(this.#circle.document, record, turns, { ...this.now, observer }),
    );
  };

  notToday = (what: 'presenting' | 'roles'): void => {
    const { me, now } = this.#circle.writer;
    const row = { session: this.session.id, member: me, what, at: now() };
    this.#circle.save([], () => sayNotToday(this.#circle.document, row));
  };

  todayAfterAll = (): void => {
    const row = { session: this.session.id, member: this.#circle.writer.me };
    this.#circle.save([], () => todayAfterAll(this.#circle.document, row));
  };

  readonly myRole: SessionRole | null = $derived.by(() => {
    const { me } = this.#circle.writer;
    return (
      (['presenter', 'steward', 'observer'] as const).find((role) => has(this.now, role, me)) ??
      null
    );
  });
  /** Swaps of this session that anybody should see: asked and still possible, agreed, or undone. */
  readonly swaps = $derived.by(() =>
    this.#turns.swaps
      .filter(({ session }) => session === this.session.id)
      .map((swap) => ({ swap, stage: stageOf(swap) }))
      .filter(
        ({ swap, stage }) =>
          stage === 'agreed' ||
          stage === 'undone' ||
          (stage === 'asked' && has(this.now, swap.role, swap.from)),
      ),
  );
  /** Whether both still have what they exchanged. */
  stands = ({ role, to }: Swap): boolean => has(this.now, role, to);

  /** Asks somebody to take over my role, for what they have. */
  ask = (to: MemberId): void => {
    const role = this.myRole;
    if (!role) return;
    const { me, now, newId } = this.#circle.writer;
    this.#circle.save([], () =>
      askToSwap(this.#circle.document, {
        id: newId(),
        session: this.session.id,
        role,
        from: me,
        to,
        askedAt: now(),
        agreedAt: null,
        withdrawnAt: null,
        undoneAt: null,
        undoneBy: null,
      }),
    );
  };

  agree = (swap: Swap): void => {
    const { record, turns, id } = this.session;
    const { document, writer } = this.#circle;
    this.#circle.save([id], () => agreeToSwap(document, swap, record, turns, writer.now()));
  };

  withdraw = ({ id }: Swap): void =>
    this.#circle.save([], () => withdrawSwap(this.#circle.document, id, this.#circle.writer.now()));

  undo = (swap: Swap): void => {
    const { record, turns, id } = this.session;
    const { document, writer } = this.#circle;
    const by = { by: writer.me, at: writer.now() };
    this.#circle.save([id], () => undoSwap(document, swap, record, turns, by));
  };
}
