/** What the picture shows of one level: how many were done, and how many of those come back. */
export interface Row {
  readonly title: string;
  readonly done: number;
  readonly back: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const NAMES = 196;
const STEP = 9;
const HEIGHT = 26;
/** As many as the longest level has, so that a dot is as large on every day. */
const MOST = 20;

function drawn(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A line for each level that was practised: a full dot for each exercise, a ring for each that comes back. */
export function picture(rows: readonly Row[], said: string): SVGElement {
  const most = Math.max(MOST, ...rows.map(({ done }) => done));
  const size = `0 0 ${NAMES + most * STEP + 4} ${rows.length * HEIGHT}`;
  const svg = drawn('svg', { viewBox: size, role: 'img', 'aria-label': said });
  rows.forEach(({ title, done, back }, line) => {
    const middle = line * HEIGHT + HEIGHT / 2;
    const name = drawn('text', { x: 0, y: middle, 'dominant-baseline': 'central' });
    name.append(title);
    svg.append(name);
    for (let dot = 0; dot < done; dot += 1) {
      const isBack = dot >= done - back;
      const place = { cx: NAMES + dot * STEP + STEP / 2, cy: middle };
      svg.append(
        drawn('circle', { ...place, r: isBack ? 3.2 : 4, class: isBack ? 'back' : 'done' }),
      );
    }
  });
  return svg;
}
