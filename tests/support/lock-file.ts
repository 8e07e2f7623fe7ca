import * as v from 'valibot';

const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      integrity: v.optional(v.string()),
      resolved: v.optional(v.string()),
      link: v.optional(v.boolean(), false),
      hasInstallScript: v.optional(v.boolean(), false),
    }),
  ),
});

/**
 * What in a lock file nobody could vouch for: a package without its hash, one from a certain address or from a folder,
 * one that runs a script when it is installed and is not among those that may.
 */
export function lockFaults(lock: unknown, mayRunScripts: ReadonlySet<string>): string[] {
  return Object.entries(v.parse(Lock, lock).packages).flatMap(([path, found]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const isStrange = !path.startsWith('node_modules/') || found.link;
    return [
      ...(isStrange ? [`${path}: is not from a registry`] : []),
      ...(found.resolved !== undefined ? [`${path}: has an address`] : []),
      ...(found.integrity?.startsWith('sha512-') ? [] : [`${path}: has no SHA-512`]),
      ...(found.hasInstallScript && !mayRunScripts.has(name)
        ? [`${path}: runs a script when installed`]
        : []),
    ];
  });
}
