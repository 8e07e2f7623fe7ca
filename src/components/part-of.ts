/** A part that the page promises to have; our own mistake if it has not. */
export function partOf<Kind extends HTMLElement>(
  item: Element,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const part = item.querySelector(selector);
  if (!(part instanceof kind)) throw new Error(`${item.localName} ${item.id} has no ${selector}`);
  return part;
}
