/** Exercises out of the pages of their levels, in this order: each page is kept offline, and holds its exercises once. */
export async function bring(ids: readonly string[], practice: string): Promise<HTMLElement[]> {
  const levels = [...new Set(ids.map((id) => id.replace(/-\d+$/, '')))];
  const pages = await Promise.all(
    levels.map(async (level) => {
      const response = await fetch(`${practice}${level}/`);
      if (!response.ok) throw new Error(`${level}: ${response.status}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    }),
  );
  return ids.flatMap((id) => {
    const page = pages.find((one) => one.getElementById(id) !== null);
    const item = page?.getElementById(id);
    if (!page || !item) return [];
    // Without its page, nobody would know what to do with it.
    const how = page.querySelector('.how')?.cloneNode(true);
    if (how) item.querySelector('.nth')?.after(how);
    return [document.adoptNode(item)];
  });
}
