import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { parseUnitName, type UnitName } from '../../../server/src/schema/unit-name.ts';
import { baseOf } from '../../../server/src/units/location.ts';
import { t } from '../localize.ts';
import { link, type Target } from '../operate/actions.ts';
import { systemctl } from '../operate/command.ts';
import { partnerOf } from '../operate/partner.ts';
import { runInTerminal } from './terminal.ts';
import { askPlaced } from './where.ts';

/** Sees to it that the manager knows the unit, by offering to link a file that lies elsewhere; false: leave it. */
export async function ensureInstalled(target: Target): Promise<boolean> {
  if (await isKnown(target, target.name)) return true;
  const files = await filesToLink(target);
  if (target.path === '' || files.length === 0) {
    vscode.window.showWarningMessage(
      t(
        'The {0} manager knows no {1}: this drop-in has no unit to change. Install the unit first.',
        target.manager,
        target.name,
      ),
    );
    return false;
  }
  const names = files.map(baseOf).join(', ');
  const accept = t('Link and Go On');
  const answer = await vscode.window.showWarningMessage(
    t(
      '{0} is not installed: the {1} manager does not know it. Link {2} from this folder (systemctl link)? Edits here then take effect after a daemon-reload.',
      target.name,
      target.manager,
      names,
    ),
    accept,
  );
  if (answer !== accept) return false;
  return (await runInTerminal({ label: `link ${target.name}`, command: link(target.manager, files) })) === 0;
}

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
