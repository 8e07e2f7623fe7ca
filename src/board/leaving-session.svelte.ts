import { goodbyesIn, stayAfterAll } from '../document/goodbyes.ts';
import { learn } from '../document/learnings.ts';
import { farewellsIn } from '../domain/goodbye.ts';
import { checkText } from '../domain/text.ts';
import { observe } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** Goodbyes in one session: of who leaves it early, and of who leaves the circle. */
export class LeavingSession {
  readonly #session: SessionBoard;
  readonly #goodbyes;

  constructor(session: SessionBoard) {
    this.#session = session;
    this.#goodbyes = observe(goodbyesIn(session.circle.document));
  }

  /** Who has a turn to say goodbye in the phase that is on; who goes early has it at once. */
  readonly farewells = $derived.by(() => {
    const { circle, id, participants, phase } = this.#session;
    const isRound = phase === 'arrive' || phase === 'learn';
    const here = participants.filter(({ reached }) => reached.how !== 'gone').map((p) => p.id);
    return farewellsIn(this.#goodbyes.current, id, here)
      .filter(({ session }) => session !== '' || isRound)
      .map(({ member, session }) => ({
        member,
        name: circle.nameOf(member),
        isMe: member === circle.writer.me,
        isEarly: session !== '',
      }));
  });

  /** Says it no more: I can stay, or I have had my turn and go. */
  takeBack = (): void => {
    const { circle, id: session } = this.#session;
    const { me: member } = circle.writer;
    circle.save([], () => stayAfterAll(circle.document, { member, session }));
  };

  /**
   * I have said what I learned, and go. What I wrote goes with the session, for my device is away when the learnings
   * are opened; no screen shows it before.
   */
  go = (): void => {
    const { circle, id: session, learn: board } = this.#session;
    const { me: member, now } = circle.writer;
    const checked = checkText(board.draft, 'text');
    if (checked.ok && !circle.isNewer) {
      const at = now();
      const learning = { session, member, text: checked.text, at, changedAt: null };
      circle.save([session], () => learn(circle.document, learning));
      circle.mine.clearOnce(circle.journal.flush(), 'learning', session);
    }
    this.takeBack();
  };
}
