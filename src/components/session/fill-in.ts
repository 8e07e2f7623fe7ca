/** Goes to the gap ("…") in the text of a field, to be written over; else to its end. */
export function fillIn(field: HTMLTextAreaElement): void {
  const gap = field.value.indexOf('…');
  const [from, to] = gap === -1 ? [field.value.length, field.value.length] : [gap, gap + 1];
  field.focus();
  field.setSelectionRange(from, to);
}
