import { aboutOf } from '../../../src/document/about.ts';
import { contractsIn, setContract } from '../../../src/document/contracts.ts';
import { sayGoodbye } from '../../../src/document/goodbyes.ts';
import { leave } from '../../../src/document/members.ts';
import { fixNext } from '../../../src/document/next-dates.ts';
import { sessionsIn } from '../../../src/document/sessions.ts';
import { contractOf, progressOf, usualLength } from '../../../src/domain/contract.ts';
import { DAY } from '../../../src/domain/fade-day.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import { YearOfCircle } from './circle.ts';
import { changeWords, chooseStay, letDaysCome } from './fates.ts';
import { reviewReason, sayIn } from './norms.ts';
import { SessionPlayed } from './played.ts';
import { Promises } from './promises.ts';

export const SESSIONS = 24;
export const ZONE = 'Europe/Berlin';
/** Dana says goodbye in one session, gus comes before another, and before a later one ben loses his phone. */
const [FAREWELL, ARRIVAL, LOSS] = [9, 11, 16];

export interface Lived {
  readonly year: YearOfCircle;
  readonly promises: Promises;
  readonly told: readonly { readonly id: string; readonly at: number; readonly format: string }[];
}

/** A year of a circle, from its first date to the session in which it chooses to close. */
export function livedYear(seed: number): Lived {
  const year = new YearOfCircle(seed);
  const promises = new Promises(year);
  const told: { id: string; at: number; format: string }[] = [];
  const at = Date.parse('2026-01-08T19:00+01:00');
  const first = { at, zone: ZONE, presenter: 'ana', host: 'ben', backup: null };
  fixNext(year.of('ana'), first, { id: 'd0', by: 'ana', fixedAt: year.now });
  agreeForHowLong(year);
  for (let n = 0; n < SESSIONS; n += 1) {
    const id = `s${String(n).padStart(2, '0')}`;
    const due = dateOf(year);
    year.now = due;
    if (n === FAREWELL) sayGoodbye(year.of('dana'), { member: 'dana', session: '', at: due });
    const here = whoComes(year, n);
    sayIn(year, here);
    year.now += year.dice.below(5) * 60_000;
    const format = formatFor(year, n);
    new SessionPlayed({ year, promises }, { id, format, here }).play();
    told.push({ id, at: due, format });
    if (n < SESSIONS - 1) untilNext(year, n, id);
  }
  for (const member of year.members) year.back(member);
  year.settle();
  year.fadeAgain();
  return { year, promises, told };
}

const dateOf = (year: YearOfCircle): number =>
  year.agreed('next date', (circle) => aboutOf(circle).next)!.at;

/** Most come; of those who do not, most are not connected either. One who came the last time is always reached. */
function whoComes(year: YearOfCircle, n: number): MemberId[] {
  const { dice } = year;
  const [reached, ...others] = year.inAnyOrder(year.online);
  const rest = [...others, ...year.members.filter((member) => !year.online.includes(member))];
  const comes = (member: MemberId): boolean =>
    n === 0 || n === SESSIONS - 1 || (n === FAREWELL && member === 'dana') || dice.happens(0.75);
  const here = [reached!, ...rest.filter(comes)];
  if (here.length < 2) here.push(rest[0]!);
  for (const member of year.members) {
    if (here.includes(member)) year.back(member);
    else if (dice.happens(0.7)) year.away(member);
  }
  year.settle();
  year.fadeAgain();
  return year.inAnyOrder(here);
}

function formatFor(year: YearOfCircle, n: number): string {
  if (n === 0) return 'first75';
  if (n === SESSIONS - 1) return 'closing60';
  if (reviewReason(year) !== null) return 'review30';
  return year.dice.pick(['seed60', 'grow45', 'codev45', 'seed30']);
}

/** The two weeks after a session: how long its notes stay, who goes and comes, what is changed at home. */
function untilNext(year: YearOfCircle, n: number, id: string): void {
  const { dice } = year;
  year.now += DAY;
  agreeForHowLong(year);
  if (dice.happens(0.3)) chooseStay(year, id);
  changeWords(year, dice.pick(year.members));
  year.settle();
  if (n === FAREWELL) {
    year.back('dana');
    leave(year.of('dana'), 'dana', year.now);
    year.settle();
    year.gone('dana');
  }
  if (n + 1 === ARRIVAL) year.newcomer('gus');
  if (n + 1 === LOSS) year.newDevice('ben');
  year.now += 9 * DAY;
  letDaysCome(year);
  year.settle();
}

/** As many sessions as there are members, and then anew. */
function agreeForHowLong(year: YearOfCircle): void {
  const progress = year.agreed('contract', (circle) => {
    const contract = contractOf(contractsIn(circle).all());
    return contract && progressOf(contract, sessionsIn(circle).all());
  });
  if (progress && !progress.isFull) return;
  const by = year.dice.pick(year.online);
  const id = year.newId('k');
  const sessions = usualLength(year.members.length);
  const contract = { id, sessions, since: year.now, isClosing: false, by, setAt: year.now };
  setContract(year.of(by), contract);
  year.settle();
}
