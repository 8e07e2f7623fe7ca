const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of this site as a link: `/guides/` is `/toolkit/guides/` where the base is `/toolkit/`. */
export function href(path: `/${string}`): string {
  return base + path;
}
