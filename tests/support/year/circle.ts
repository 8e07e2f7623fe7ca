import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { CircleDocument } from '../../../src/document/circle-document.ts';
import { fadeAgain } from '../../../src/document/fading.ts';
import { join, membersIn, sit } from '../../../src/document/members.ts';
import type { MemberId, SessionId } from '../../../src/domain/ids.ts';
import { SEATS, seatsOf } from '../../../src/domain/member.ts';
import { Dice } from '../dice.ts';
import { linkedPeers } from '../linked-peers.ts';
import * as record from '../records.ts';

/** Who is in the circle in this year, and where they live. Gus comes when somebody has left. */
const zones = {
  ana: 'Europe/Berlin',
  ben: 'America/New_York',
  chris: 'Asia/Kolkata',
  dana: 'Australia/Sydney',
  eli: 'Africa/Nairobi',
  fay: 'America/Sao_Paulo',
  gus: 'Europe/London',
};
const names = Object.keys(zones);

/** What fades of a session begins with this, so that its bytes can be looked for. */
export const wordsOf = (session: SessionId): string => `«${session}»`;

/** A circle on as many devices as it has members, ruled by chance. Everything takes place at `now`. */
export class YearOfCircle {
  readonly dice: Dice;
  readonly #net = linkedPeers(SEATS);
  /** Who has a device in the circle. */
  readonly #members = new Set<MemberId>();
  readonly #away = new Set<MemberId>();
  #devices = 0;
  #ids = 0;
  now = Date.parse('2026-01-01T12:00Z');

  constructor(seed: number) {
    this.dice = new Dice(seed);
    for (const name of names.slice(0, SEATS)) {
      this.#member(name);
      join(this.of(name), record.member(name, { joinedAt: (this.now += 1) }));
      this.#sitDown(name);
    }
    this.settle();
  }

  get members(): MemberId[] {
    return [...this.#members];
  }

  newId = (kind: string): string => `${kind}${(this.#ids += 1)}`;

  zoneOf = (member: MemberId): string => new Map(Object.entries(zones)).get(member) ?? 'UTC';

  of = (member: MemberId): CircleDocument => this.#net.peers[names.indexOf(member)]!;

  /** Who is away sends and gets nothing; what they and the others write waits. */
  away(member: MemberId): void {
    this.#net.away(names.indexOf(member));
    this.#away.add(member);
  }

  back(member: MemberId): void {
    this.#net.back(names.indexOf(member));
    this.#away.delete(member);
  }

  /** Whose device is connected. */
  get online(): MemberId[] {
    return this.members.filter((member) => !this.#away.has(member));
  }

  /** Some of what is on its way arrives, in any order. */
  some(): void {
    for (let n = this.dice.below(6); n > 0; n -= 1) this.#net.deliver(this.dice.below(10_000));
  }

  /** All of it arrives, in any order. */
  settle(): void {
    this.#net.deliverShuffled((end) => this.dice.below(end));
  }

  /** Each device deletes what has come of notes that have faded. */
  fadeAgain(): void {
    for (const member of this.online) fadeAgain(this.of(member));
    this.settle();
  }

  /** What one device says, once all the others that are connected, or those of some members, have said the same. */
  agreed<Said>(
    what: string,
    read: (circle: CircleDocument, member: MemberId) => Said,
    members: readonly MemberId[] = this.online,
  ): Said {
    const [first, ...others] = this.inAnyOrder(members);
    const said = read(this.of(first!), first!);
    for (const other of others) {
      const same = read(this.of(other), other);
      if (!isDeepStrictEqual(same, said)) expect(same, `${what}: ${other}, ${first}`).toEqual(said);
    }
    return said;
  }

  inAnyOrder<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.dice.below(left.length), 1));
  }

  /** The circle's seats by its records, which have to be those of the people in it. */
  seated(): MemberId[] {
    return this.agreed('seats', (circle) =>
      seatsOf(membersIn(circle).all()).map(({ member }) => member.id),
    );
  }

  newcomer(member: MemberId): void {
    this.#replace(member);
    this.#member(member);
    join(this.of(member), record.member(member, { joinedAt: this.now }));
    this.#sitDown(member);
  }

  /** A device is lost; its person sits down at a new one. */
  newDevice(member: MemberId): void {
    this.#replace(member);
    this.#away.delete(member);
    this.#sitDown(member);
  }

  /** A device of somebody who has left hears no more. */
  gone(member: MemberId): void {
    this.away(member);
    this.#members.delete(member);
  }

  #member(member: MemberId): void {
    this.#members.add(member);
    this.#name(member);
  }

  #sitDown(member: MemberId): void {
    sit(this.of(member), { member, device: `d${this.#devices}`, at: this.now });
  }

  #replace(member: MemberId): void {
    const [other] = this.inAnyOrder(this.online.filter((each) => each !== member));
    this.#net.renew(names.indexOf(member), names.indexOf(other!));
    this.#name(member);
  }

  /** Yjs draws a name for each document, by which it decides between two who write at once: here, chance has a seed. */
  #name(member: MemberId): void {
    this.#devices += 1;
    this.of(member).doc.clientID = this.dice.below(1_000_000) * 100 + this.#devices;
  }
}
