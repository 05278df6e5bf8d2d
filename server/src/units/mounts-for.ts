import { escapePath } from '../schema/escape.ts';
import { UNIT_NAME_MAX } from '../schema/unit-name.ts';

/**
 * The mount units a path may lie on, the deepest first: its own, those of its parents, and the root's. systemd uses
 * those of them that are there, and orders after them too (`unit_add_mount_dependencies()`, src/core/unit.c).
 */
export function mountNames(path: string): string[] {
  if (escapePath(path) === undefined) return [];
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const names = ['-.mount'];
  for (let prefix = '', i = 0; i < parts.length; i++) {
    prefix += `/${parts[i]}`;
    const name = `${escapePath(prefix)}.mount`;
    // Those of deeper folders are longer still.
    if (name.length > UNIT_NAME_MAX) break;
    names.push(name);
  }
  return names.reverse();
}
