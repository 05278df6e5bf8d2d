import { escapePath } from '../schema/escape.ts';
import { UNIT_NAME_MAX } from '../schema/unit-name.ts';

/** `RequiresMountsFor=` and `WantsMountsFor=`; up to 253 under the older name. */
export const MOUNTS_FOR_PARSERS: ReadonlySet<string> = new Set([
  'config_parse_unit_mounts_for',
  'config_parse_unit_requires_mounts_for',
]);

/**
 * The mount units a path may lie on, the deepest first: its own, those of its parents, and the root's. systemd uses
 * those of them that are there, and orders after them too (`unit_add_mount_dependencies()`, src/core/unit.c).
 */
export function mountNames(path: string): string[] {
  if (escapePath(path) === undefined) return [];
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const prefixes = parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
  return [...prefixes, '/']
    .map((prefix) => `${escapePath(prefix)}.mount`)
    .filter(({ length }) => length <= UNIT_NAME_MAX);
}
