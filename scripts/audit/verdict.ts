import * as v from 'valibot';

const Report = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({ name: v.string(), severity: v.string(), range: v.optional(v.string(), '') }),
  ),
});

export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly packages: readonly string[] }
  /** The registry gave no report: it cannot be reached, or has no such service. */
  | { readonly kind: 'unknown' };

const grave = new Set(['high', 'critical']);

/** What `npm audit --json` has said about the packages that the site ships. */
export function verdictOf(output: string): Verdict {
  const { success, output: report } = v.safeParse(Report, jsonIn(output));
  if (!success) return { kind: 'unknown' };
  const packages = Object.values(report.vulnerabilities)
    .filter(({ severity }) => grave.has(severity))
    .map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  return packages.length > 0 ? { kind: 'found', packages } : { kind: 'clean' };
}

function jsonIn(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    // npm says it in plain words when it gets nowhere.
    return null;
  }
}
