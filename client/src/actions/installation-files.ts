import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseUnitName, type UnitName } from '../../../server/src/index.ts';
import { query } from '../machine/query.ts';
import { systemctl } from '../systemd/command.ts';
import { isOwnPath } from '../systemd/install-paths.ts';
import { startedUnit } from '../systemd/started-unit.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { UnitState } from '../systemd/unit-state.ts';

/** Where systemctl cannot tell (no systemd booted), the command itself says so better than we could. */
export async function isKnown({ manager }: Target, name: string): Promise<boolean> {
  const { stdout } = await query(systemctl(manager, ['show', '--property=LoadState'], [name]));
  return stdout.trim() !== 'LoadState=not-found';
}

/**
 * The unit's own file with its drop-ins, and those of the unit it starts: a timer is of no use without its service, nor
 * a unit of which half is missing. Empty when the unit has no file in the folder.
 */
export async function filesToInstall(target: Target): Promise<string[]> {
  const unit = parseUnitName(target.name)!;
  const folder = dirname(target.path);
  const own = fileOf(unit, folder);
  if (own === undefined) return [];
  const partner = startedUnit(unit, readFileSync(own, 'utf8'));
  const started = partner && !(await isKnown(target, partner.text)) ? fileOf(partner, folder) : undefined;
  return [own, started].flatMap((path) => (path === undefined ? [] : [path, ...dropInsOf(path)]));
}

function fileOf(unit: UnitName, folder: string): string | undefined {
  const template = unit.instance === undefined ? [] : [`${unit.prefix}@.${unit.kind}`];
  return [unit.text, ...template].map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** What lies in the folder of drop-ins beside a unit file. */
function dropInsOf(path: string): string[] {
  const folder = `${path}.d`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return names.sort().map((name) => join(folder, name));
}

/** Of the drop-ins of a unit those in a folder that are links to files elsewhere, as {@link linkDropIns} makes them. */
export function linkedDropIns({ dropIns }: Pick<UnitState, 'dropIns'>): string[] {
  const own = dropIns.split(' ').filter(isOwnPath);
  return own.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink());
}
