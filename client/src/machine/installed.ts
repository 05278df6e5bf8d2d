import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseUnitName, type UnitName } from '../../../server/src/schema/unit-name.ts';
import type { Target } from '../operate/actions.ts';
import { systemctl } from '../operate/command.ts';
import { partnerOf } from '../operate/partner.ts';
import { askPlaced } from './where.ts';

/** Where systemctl cannot tell (no systemd booted), the command itself says so better than we could. */
export async function isKnown({ manager }: Target, name: string): Promise<boolean> {
  const { stdout } = await askPlaced(systemctl(manager, ['show', '--property=LoadState'], [name]));
  return stdout.trim() !== 'LoadState=not-found';
}

/** The unit's own file, and beside it that of the unit it starts: a timer is of no use without its service. */
export async function filesToLink(target: Target): Promise<string[]> {
  const unit = parseUnitName(target.name)!;
  const folder = dirname(target.path);
  const own = [fileOf(unit, folder)].filter((path) => path !== undefined);
  const partner = partnerOf(unit);
  if (!partner || own.length === 0 || (await isKnown(target, partner.text))) return own;
  return [...own, ...[fileOf(partner, folder)].filter((path) => path !== undefined)];
}

function fileOf(unit: UnitName, folder: string): string | undefined {
  const template = unit.instance === undefined ? [] : [`${unit.prefix}@.${unit.kind}`];
  return [unit.text, ...template].map((name) => join(folder, name)).find((path) => existsSync(path));
}
