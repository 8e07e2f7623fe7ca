import * as v from 'valibot';
import type { Commitment, ReportBack } from '../domain/commitment.ts';
import { outcomes } from '../domain/commitment.ts';
import type { FadedMark, FadeDate } from '../domain/fading.ts';
import { phases } from '../domain/format.ts';
import type { Learning } from '../domain/learning.ts';
import type { Colour, Member, Sitting } from '../domain/member.ts';
import { colours } from '../domain/member.ts';
import type { Move } from '../domain/move.ts';
import type { Ballot, Norm, Ratification } from '../domain/norm.ts';
import type { Pass, Question } from '../domain/question.ts';
import type { Attendance, NextMeeting, Session, Turn } from '../domain/session.ts';

/** Whoever holds the link can write anything: a row that is not what it should be is `null`, and is skipped. */
export type Parse<Row> = (fields: unknown) => Row | null;

const parser =
  <Row>(schema: v.GenericSchema<unknown, Row>): Parse<Row> =>
  (fields) => {
    const result = v.safeParse(schema, fields);
    return result.success ? result.output : null;
  };

// Ten times the longest text of ours, so that a later version may allow more; beyond that it is not a text.
const text = v.pipe(v.string(), v.maxLength(20_000));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
// The span of times that a `Date` can hold: beyond it, formatting one throws.
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const words = v.optional(text, '');
const maybeTime = v.optional(v.nullable(time), null);
const maybeId = v.optional(v.nullable(id), null);

export const parseMember: Parse<Member> = parser(
  v.object({
    id,
    name: v.pipe(text, v.minLength(1)),
    joinedAt: time,
    colour: v.fallback(v.picklist<readonly Colour[]>(colours), 1),
    leftAt: maybeTime,
  }),
);

export const parseSitting: Parse<Sitting> = parser(v.object({ member: id, device: id, at: time }));

export const parseNorm: Parse<Norm> = parser(
  v.object({
    id,
    text: v.pipe(text, v.minLength(1)),
    why: words,
    looksLike: words,
    slipLine: words,
    group: words,
    template: maybeId,
    amends: maybeId,
    proposedBy: id,
    proposedAt: time,
    status: v.picklist(['proposed', 'trial', 'adopted', 'retired']),
    trialSessions: v.optional(count, 0),
  }),
);

export const parseBallot: Parse<Ballot> = parser(
  v.object({
    norm: id,
    member: id,
    stance: v.picklist(['consent', 'concern', 'objection']),
    reason: words,
    at: time,
  }),
);

export const parseRatification: Parse<Ratification> = parser(
  v.object({ member: id, set: id, at: time }),
);

const plan = v.pipe(
  v.array(v.object({ phase: v.fallback(v.picklist(phases), 'unknown'), minutes: count })),
  v.minLength(1),
  v.maxLength(60),
);

const clock = v.object({
  step: count,
  since: time,
  spent: v.pipe(v.array(v.pipe(time, v.minValue(0))), v.maxLength(60)),
  allowed: v.pipe(v.array(count), v.maxLength(60)),
  paused: v.boolean(),
});

export const parseSession: Parse<Session> = parser(
  v.pipe(
    v.object({
      id,
      format: id,
      plan,
      startedAt: time,
      startedBy: id,
      steward: maybeId,
      clock,
      steeredBy: maybeId,
      pausedBy: maybeId,
      revealedAt: maybeTime,
      closedAt: maybeTime,
    }),
    v.check(
      ({ plan, clock }) =>
        clock.step < plan.length &&
        clock.allowed.length === plan.length &&
        clock.spent.length === plan.length,
    ),
  ),
);

export const parseTurn: Parse<Turn> = parser(
  v.object({ id, session: id, index: count, presenter: maybeId, challenge: words, focus: words }),
);

export const parseAttendance: Parse<Attendance> = parser(
  v.object({ session: id, member: id, at: time }),
);

export const parseQuestion: Parse<Question> = parser(
  v.object({
    id,
    turn: id,
    round: count,
    author: id,
    text: words,
    askedAt: time,
    changedAt: maybeTime,
    takenBack: v.optional(v.boolean(), false),
  }),
);

export const parsePass: Parse<Pass> = parser(
  v.object({ turn: id, round: count, member: id, by: id, at: time }),
);

export const parseLearning: Parse<Learning> = parser(
  v.object({
    session: id,
    member: id,
    text: v.pipe(text, v.minLength(1)),
    at: time,
    changedAt: maybeTime,
    kept: v.fallback(v.optional(v.boolean()), undefined),
  }),
);

export const parseFadeDate: Parse<FadeDate> = parser(
  v.object({ session: id, on: v.nullable(time), by: maybeId, at: time }),
);

export const parseFadedMark: Parse<FadedMark> = parser(
  v.object({ session: id, at: time, by: maybeId }),
);

const day = v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]);

export const parseCommitment: Parse<Commitment> = parser(
  v.object({
    id,
    session: id,
    owner: id,
    typedBy: id,
    text: v.pipe(text, v.minLength(1)),
    by: v.optional(day, ''),
    firstStep: words,
    tell: words,
    confidence: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(10))), null),
    madeAt: time,
    changedAt: maybeTime,
  }),
);

export const parseReportBack: Parse<ReportBack> = parser(
  v.object({
    commitment: id,
    session: id,
    outcome: v.picklist(outcomes),
    learned: words,
    at: time,
  }),
);

// Formatting a date in a zone that this browser does not know throws; the time itself is right in any zone.
const zone = v.pipe(
  id,
  v.transform((name) => (isZone(name) ? name : 'UTC')),
);

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    // The only way to ask: `Intl.supportedValuesOf` leaves out names that are understood.
    return false;
  }
}

export const parseNextMeeting: Parse<NextMeeting> = parser(
  v.object({ at: time, zone, presenter: maybeId }),
);

export const parseMove: Parse<Move> = parser(
  v.object({
    to: id,
    from: id,
    at: time,
    by: id,
    removed: v.pipe(v.array(id), v.maxLength(24)),
    round: count,
  }),
);

export const parseText: Parse<string> = parser(text);
export const parseCount: Parse<number> = parser(count);
