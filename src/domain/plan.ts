import type { Format, PlannedPhase } from './format.ts';

const firstMeetingNorms: PlannedPhase = { phase: 'norms', minutes: 10 };
/** What the longest phase keeps when it makes room for something else. */
const FEWEST = 8;
/** Minutes in which one action is reported on. */
const MINUTES_A_REPORT = 1.5;

/**
 * The plan of one session. A first meeting gives ten minutes to norms; where something waits to be reported on, every
 * format has a time for it, and where nothing does, none. The longest phase, the questions, gives or takes what keeps
 * the whole as long as its format.
 */
export function planFor(
  format: Format,
  { isFirst, openCommitments }: { isFirst: boolean; openCommitments: number },
): PlannedPhase[] {
  const plan = withReports(isFirst ? withNorms(format.phases) : format.phases, openCommitments);
  const spare = sum(format.phases) - sum(plan);
  const mayGive = ({ phase, minutes }: PlannedPhase): boolean =>
    phase !== 'norms' || minutes > firstMeetingNorms.minutes;
  const longest = plan.reduce(
    (best, planned, i) =>
      mayGive(planned) && planned.minutes > (plan[best]?.minutes ?? 0) ? i : best,
    0,
  );
  return plan.map(({ phase, minutes }, i) => ({
    phase,
    minutes: i === longest ? Math.max(minutes + spare, Math.min(minutes, FEWEST)) : minutes,
  }));
}

const afterArriving = (plan: readonly PlannedPhase[], phase: PlannedPhase): PlannedPhase[] => [
  ...plan.slice(0, 1),
  phase,
  ...plan.slice(1),
];

function withNorms(plan: readonly PlannedPhase[]): readonly PlannedPhase[] {
  if (!plan.some(({ phase }) => phase === 'norms')) return afterArriving(plan, firstMeetingNorms);
  return plan.map((planned) =>
    planned.phase === 'norms' && planned.minutes < firstMeetingNorms.minutes
      ? firstMeetingNorms
      : planned,
  );
}

function withReports(plan: readonly PlannedPhase[], open: number): readonly PlannedPhase[] {
  if (open === 0) return plan.filter(({ phase }) => phase !== 'report-back');
  if (plan.some(({ phase }) => phase === 'report-back')) return plan;
  const minutes = Math.min(6, Math.max(2, Math.ceil(open * MINUTES_A_REPORT)));
  return afterArriving(plan, { phase: 'report-back', minutes });
}

export const sum = (plan: readonly PlannedPhase[]): number =>
  plan.reduce((all, { minutes }) => all + minutes, 0);

/** How many presenters a plan has: each part begins with a contract. */
export const turnsPlanned = (plan: readonly PlannedPhase[]): number =>
  Math.max(1, plan.filter(({ phase }) => phase === 'contract').length);

/** Phases that keep their minutes however little time there is. */
const isWhole = ({ phase }: PlannedPhase): boolean => phase === 'commit' || phase === 'close';

/** What is left of a phase at least: below half of its time it is not the same any more. */
const leastOf = (planned: PlannedPhase): number =>
  isWhole(planned) ? planned.minutes : Math.max(1, Math.ceil(planned.minutes / 2));

/** How many minutes a plan needs at least. */
export const leastMinutes = (plan: readonly PlannedPhase[]): number =>
  plan.reduce((all, planned) => all + leastOf(planned), 0);

/**
 * The plan in less time: commitment and close stay whole, all others shrink in the same measure, to whole minutes. A
 * plan that has time enough stays as it is. `null` where it would need more time than there is.
 */
export function planWithin(
  plan: readonly PlannedPhase[],
  minutes: number,
): readonly PlannedPhase[] | null {
  if (sum(plan) <= minutes) return plan;
  if (leastMinutes(plan) > minutes) return null;
  const whole = sum(plan.filter(isWhole));
  const share = (minutes - whole) / (sum(plan) - whole);
  const shrunk = plan.map((planned) => ({
    planned,
    exact: isWhole(planned) ? planned.minutes : planned.minutes * share,
    minutes: isWhole(planned)
      ? planned.minutes
      : Math.max(leastOf(planned), Math.floor(planned.minutes * share)),
  }));
  let missing = minutes - shrunk.reduce((all, each) => all + each.minutes, 0);
  // What rounding left over goes to whoever lost most by it; what it took comes from who has most above its least.
  while (missing !== 0) {
    const step = Math.sign(missing);
    const [next] = shrunk
      .filter(({ planned, minutes: now }) => !isWhole(planned) && now + step >= leastOf(planned))
      .sort((a, b) => step * (b.exact - b.minutes - (a.exact - a.minutes)));
    if (!next) return null;
    next.minutes += step;
    missing -= step;
  }
  return shrunk.map(({ planned: { phase }, minutes: now }) => ({ phase, minutes: now }));
}
