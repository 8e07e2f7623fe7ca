import type { CircleTime, MemberId } from '../domain/ids.ts';
import type { Colour, Member, Sitting } from '../domain/member.ts';
import { colours } from '../domain/member.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeTime, parser, someText, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';

export const parseMember: Parse<Member> = parser(
  v.object({
    id,
    name: someText,
    joinedAt: time,
    colour: v.fallback(v.picklist<Colour>(colours), 1),
    leftAt: maybeTime,
  }),
);

export const parseSitting: Parse<Sitting> = parser(v.object({ member: id, device: id, at: time }));

export const membersIn = records('members', parseMember);
export const sittingsIn = values('sittings', parseSitting, (row) => [row.member, row.device]);

export function join(circle: CircleDocument, member: Member): void {
  circle.write(() => membersIn(circle).put(member));
}

/** A device takes a member's seat; everyone sees it. */
export function sit(circle: CircleDocument, sitting: Sitting): void {
  circle.write(() => sittingsIn(circle).put(sitting));
}

export function rename(circle: CircleDocument, member: MemberId, name: string): void {
  circle.write(() => membersIn(circle).patch(member, { name }));
}

/** @param leftAt `null` for a member who is back */
export function leave(circle: CircleDocument, member: MemberId, leftAt: CircleTime | null): void {
  circle.write(() => membersIn(circle).patch(member, { leftAt }));
}
