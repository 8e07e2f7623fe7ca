import type { RaisedCard } from '../domain/raised-card.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseRaisedCard: Parse<RaisedCard> = parser(
  v.object({ session: id, norm: id, at: time }),
);

/** One value a norm: two who hold up the same norm hold up one card. A card that is put down is gone. */
export const raisedCardsIn = values('raisedCards', parseRaisedCard, (row) => [
  row.session,
  row.norm,
]);

export function raise(circle: CircleDocument, card: RaisedCard): void {
  circle.write(() => raisedCardsIn(circle).put(card));
}

export function putDown(circle: CircleDocument, { session, norm }: RaisedCard): void {
  circle.write(() => raisedCardsIn(circle).remove([session, norm]));
}

/** Within an act: what was up goes down when a session goes on, or closes. */
export function putAllDown({ doc }: CircleDocument): void {
  doc.getMap('raisedCards').clear();
}
