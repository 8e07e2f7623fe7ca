import { expect, test } from 'vitest';
import { isInCalendar } from '../../src/domain/day.ts';

test.each([
  ['2026-02-28', true],
  ['2026-02-31', false],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2100-02-29', false],
  ['2026-04-31', false],
  ['2026-12-31', true],
  ['', false],
  ['2026-2-3', false],
  ['tomorrow', false],
])('%s is in the calendar: %s', (day, is) => {
  expect(isInCalendar(day)).toBe(is);
});
