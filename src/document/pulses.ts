import { pulseItems, pulseScale, type PulseRow } from '../domain/pulse.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parsePulse: Parse<PulseRow> = parser(
  v.object({ id, session: id, item: v.picklist(pulseItems), value: v.picklist(pulseScale) }),
);

export const pulsesIn = values('pulses', parsePulse, (row) => [row.id]);

export function answerPulse(circle: CircleDocument, row: PulseRow): void {
  circle.write(() => pulsesIn(circle).put(row));
}

export function takeBackPulse(circle: CircleDocument, row: string): void {
  circle.write(() => pulsesIn(circle).remove([row]));
}
