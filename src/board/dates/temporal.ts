/** Dates and zones as the language has them, or by a library where this browser has none yet. */
export async function loadTemporal(): Promise<typeof Temporal> {
  if ('Temporal' in globalThis) return Temporal;
  const library = await import('temporal-polyfill');
  return library.Temporal;
}
