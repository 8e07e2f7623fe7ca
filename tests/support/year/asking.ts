import { ask, passesIn, passOver, questionsIn } from '../../../src/document/questions.ts';
import { attendanceIn } from '../../../src/document/sessions.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import { roundOf } from '../../../src/domain/question.ts';
import * as record from '../records.ts';
import { wordsOf, type YearOfCircle } from './circle.ts';

interface Asking {
  readonly session: SessionId;
  readonly presenter: MemberId | null;
  /** Whose screens follow; for somebody who is here and cut off, one of these passes. */
  readonly connected: readonly MemberId[];
}

/** So many times whoever's turn it is, as every screen has it, asks. */
export function askInTurn(
  year: YearOfCircle,
  { session, presenter, connected }: Asking,
  times: number,
): void {
  const turn = `t0-${session}`;
  const came = year.agreed('who came', (circle) =>
    attendanceIn(circle)
      .all()
      .filter((row) => row.session === session),
  );
  for (let n = 0; n < times; n += 1) {
    year.now += 60_000;
    const round = year.agreed('round', (circle) =>
      roundOf(
        came,
        presenter,
        questionsIn(circle)
          .all()
          .filter((question) => question.turn === turn),
        passesIn(circle)
          .all()
          .filter((pass) => pass.turn === turn),
      ),
    );
    if (round.asking === null) return;
    takeTurn(round.asking, round.number);
    year.settle();
  }

  function takeTurn(member: MemberId, round: number): void {
    const at = year.now;
    if (connected.includes(member)) {
      const fields = { id: year.newId('q'), turn, text: `${wordsOf(session)} asked by ${member}` };
      ask(year.of(member), record.question(member, round, at, fields));
    } else {
      const by = year.dice.pick(connected);
      passOver(year.of(by), { turn, round, member, by, at });
    }
  }
}
