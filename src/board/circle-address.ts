import type { CirclePart } from './view.ts';

/** Whether the address of the circle page names a circle, by its id here or by an invitation. */
export const namesCircle = (hash: string): boolean =>
  !['', '#', '#new', '#try', '#file', '#mine'].includes(hash);

/** From here on the address bar says nothing that lets anyone in: circles are run with screens shared. */
export function nameOnly(id: string): void {
  history.replaceState(null, '', `${location.pathname}#my-${id}`);
}

/** The page of the circle that is open, by its id here, as the address bar has it. */
export const circleLink = (hash = location.hash): string => hash.split('/', 1)[0] ?? '';

/** Where a page of the circle that is open stands, and what of it. */
export const partLink = (part: CirclePart, about = '', hash = location.hash): string =>
  `${circleLink(hash)}/${part}${about && `/${about}`}`;

/** The whole link that lets others in. */
export const invitationLink = (base: string, invitation: string): string =>
  `${location.origin}${base}circle/#${invitation}`;

/** A code that people carry, as a link that takes it to its circle on a device that knows the circle. */
export const codeLink = (base: string, code: string): string =>
  `${location.origin}${base}circle/#code-${code}`;
