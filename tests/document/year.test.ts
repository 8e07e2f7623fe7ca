import { expect, test } from 'vitest';
import { aboutOf } from '../../src/document/about.ts';
import { commitmentsIn, reportBacksIn } from '../../src/document/commitments.ts';
import { fadedMarksIn } from '../../src/document/fade-dates.ts';
import { membersIn } from '../../src/document/members.ts';
import { normsIn } from '../../src/document/norms.ts';
import { attendanceIn, sessionsIn } from '../../src/document/sessions.ts';
import { turnsIn } from '../../src/document/turns.ts';
import { openCommitments } from '../../src/domain/commitment.ts';
import { DAY } from '../../src/domain/fade-day.ts';
import { roles, servedIn, serviceOf } from '../../src/domain/rota.ts';
import { pastSessions, REVIEW } from '../../src/domain/session.ts';
import { timeUsed } from '../../src/domain/time-used.ts';
import { contents } from '../support/linked-peers.ts';
import { holds } from '../support/raw-bytes.ts';
import { wordsOf } from '../support/year/circle.ts';
import { eraseEverywhere } from '../support/year/ending.ts';
import { livedYear, SESSIONS, ZONE, type Lived } from '../support/year/lived.ts';
import { wallClock } from '../support/year/next-date.ts';
import { notYet } from '../support/year/norms.ts';
import { rota } from '../support/year/rota.ts';

test.each([1, 5])('a year of six people, as chance %i has it', (seed) => {
  const lived = livedYear(seed);
  everyDeviceTellsTheSameYear(lived);
  datesStayOnTheClockOnTheWall(lived);
  promisesWereAskedAbout(lived);
  notesHaveFaded(lived);
  normsAreLookedAtAndAgreed(lived);
  theCircleEnds(lived);
});

function everyDeviceTellsTheSameYear({ year, told }: Lived): void {
  expect(year.online).toEqual(['ana', 'ben', 'chris', 'eli', 'fay', 'gus']);
  year.agreed('all that it holds', contents);
  const history = year.agreed('history', (circle) =>
    pastSessions(sessionsIn(circle).all(), year.now).map((session) => ({
      id: session.id,
      format: session.format,
      time: timeUsed(session),
      came: attendanceIn(circle)
        .all()
        .filter((row) => row.session === session.id),
    })),
  );
  expect(history.map(({ id, format }) => ({ id, format })).reverse()).toEqual(
    told.map(({ id, format }) => ({ id, format })),
  );
  const served = year.agreed('who served', (circle) => {
    const log = servedIn(sessionsIn(circle).all(), turnsIn(circle).all());
    return year.seated().map((member) => roles.map((role) => serviceOf(log, role, member)));
  });
  expect(served).toHaveLength(6);
  expect(rota(year, year.members).presenter).not.toBeNull();
}

/** Two weeks lie between any two sessions, by the clock of the zone; by the sun it is once an hour less, once more. */
function datesStayOnTheClockOnTheWall({ told }: Lived): void {
  expect(told.map(({ at }) => wallClock(at, ZONE).time)).toEqual(told.map(() => '19:00'));
  const gaps = told.slice(1).map(({ at }, i) => (at - told[i]!.at - 14 * DAY) / 3_600_000);
  expect(gaps.filter((hours) => hours !== 0)).toEqual([-1, 1]);
}

function promisesWereAskedAbout({ year, promises }: Lived): void {
  expect(promises.count).toBeGreaterThan(SESSIONS / 2);
  promises.expectEachAskedAbout();
  const open = year.agreed('open', (circle) =>
    openCommitments(commitmentsIn(circle).all(), reportBacksIn(circle).all()).map(({ id }) => id),
  );
  expect([...open].sort()).toEqual([...promises.open].sort());
}

function notesHaveFaded({ year, told }: Lived): void {
  const faded = year.agreed('faded', (circle) =>
    fadedMarksIn(circle)
      .all()
      .map(({ session }) => session),
  );
  expect(faded.length).toBeGreaterThan(SESSIONS / 3);
  for (const member of year.members) {
    const bytes = [year.of(member).bytes()];
    for (const { id, format } of told) {
      const wasWritten = format !== REVIEW && !faded.includes(id);
      expect(holds(bytes, wordsOf(id)), `${member} has words of ${id}`).toBe(wasWritten);
    }
  }
}

function normsAreLookedAtAndAgreed({ year, told }: Lived): void {
  expect(told.filter(({ format }) => format === REVIEW).length).toBeGreaterThan(4);
  expect(notYet(year)).toEqual([]);
}

function theCircleEnds({ year, promises }: Lived): void {
  eraseEverywhere(year);
  year.agreed('what is kept', contents);
  for (const member of year.members) {
    const circle = year.of(member);
    expect(holds([circle.bytes()], '«')).toBe(false);
    expect(sessionsIn(circle).all()).toEqual([]);
    expect(aboutOf(circle).next).toBeNull();
    expect(commitmentsIn(circle).all()).toHaveLength(promises.count);
    expect(normsIn(circle).all().length).toBeGreaterThan(0);
    expect(membersIn(circle).all()).toHaveLength(7);
  }
}
