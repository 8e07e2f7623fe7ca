import type { CalendarEntry } from './calendar-file.ts';

/** `20261203T140000Z` */
const compact = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const endOf = ({ at, minutes }: CalendarEntry): number => at + minutes * 60_000;

/** Where Google asks whether to add the meeting. Made here: nobody is told before somebody taps it. */
export function googleLink(entry: CalendarEntry): string {
  const { at, title, words, address, zone } = entry;
  const asked = new URLSearchParams({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(at)}/${compact(endOf(entry))}`,
    details: `${words} ${address}`,
    ctz: zone,
  });
  return `https://calendar.google.com/calendar/render?${asked.toString()}`;
}

/** Where Outlook asks the same. */
export function outlookLink(entry: CalendarEntry): string {
  const { at, title, words, address } = entry;
  const asked = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(at).toISOString(),
    enddt: new Date(endOf(entry)).toISOString(),
    body: `${words} ${address}`,
  });
  return `https://outlook.live.com/calendar/0/deeplink/compose?${asked.toString()}`;
}
