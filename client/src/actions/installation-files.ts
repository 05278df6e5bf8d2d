import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  parse,
  parseBoolean,
  parseUnitName,
  type QuadletService,
  quadletService,
  type UnitName,
  withKind,
} from '../../../server/src/index.ts';
import { query } from '../machine/query.ts';
import { systemctl } from '../systemd/command.ts';
import { isOwnPath } from '../systemd/install-paths.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { UnitState } from '../systemd/unit-state.ts';

/** True if systemctl gives no answer (systemd not booted): the command itself reports that better. */
export async function isKnown({ manager }: Target, name: string): Promise<boolean> {
  const { stdout } = await query(systemctl(manager, ['show', '--property=LoadState'], [name]));
  return stdout.trim() !== 'LoadState=not-found';
}

/**
 * The unit's own file with its drop-ins, and those of the unit it starts: a timer does not work without its service, nor
 * a unit without its drop-ins. Empty if the unit has no file in the folder.
 */
export async function filesToInstall(target: Target): Promise<string[]> {
  const quadlet = quadletService(target.path);
  if (quadlet) return quadletFiles(quadletFileOf(target.path, quadlet));
  const unit = parseUnitName(target.name)!;
  const folder = dirname(target.path);
  const own = fileOf(unit, folder);
  if (own === undefined) return [];
  const partner = startedUnit(unit, readFileSync(own, 'utf8'));
  const started = partner && !(await isKnown(target, partner.text)) ? fileOf(partner, folder) : undefined;
  return [own, started].flatMap((path) => (path === undefined ? [] : [path, ...dropInsOf(path)]));
}

/** The file a drop-in belongs to, beside its folder. */
const quadletFileOf = (path: string, { role, file }: QuadletService): string =>
  role === 'drop-in' ? join(dirname(dirname(path)), file) : path;

/** A Quadlet file with its drop-ins, and the files beside it that it names, such as `data.volume`. */
function quadletFiles(path: string, found: readonly string[] = []): string[] {
  if (!existsSync(path) || found.includes(path)) return [...found];
  const own = [...found, path, ...dropInsOf(path)];
  const names =
    readFileSync(path, 'utf8').match(/[\w@.-]+\.(?:container|pod|volume|network|image|build|kube|artifact)\b/g) ?? [];
  return names.map((name) => join(dirname(path), name)).reduce<string[]>((all, other) => quadletFiles(other, all), own);
}

function fileOf(unit: UnitName, folder: string): string | undefined {
  const template = unit.instance === undefined ? [] : [`${unit.prefix}@.${unit.kind}`];
  return [unit.text, ...template].map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** The drop-ins in the folder beside a unit file. */
function dropInsOf(path: string): string[] {
  const folder = `${path}.d`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.conf'));
  return names.sort().map((name) => join(folder, name));
}

/** The drop-ins of a unit that are links to files elsewhere, as {@link linkDropIns} creates them. */
export function linkedDropIns({ dropIns }: Pick<UnitState, 'dropIns'>): string[] {
  const own = dropIns.split(' ').filter(isOwnPath);
  return own.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink());
}

/** In which section a unit says what it starts, and by which key; see systemd.timer(5), systemd.socket(5), systemd.path(5). */
const starting: Readonly<Record<string, readonly [section: string, key: string]>> = {
  timer: ['Timer', 'Unit'],
  path: ['Path', 'Unit'],
  socket: ['Socket', 'Service'],
};

/** The unit that a timer, socket or path unit starts: the one its file names, else the service of the same name. */
export function startedUnit(unit: UnitName, text: string): UnitName | undefined {
  const [section, key] = starting[unit.kind] ?? [];
  if (section === undefined) return undefined;
  const assignments = parse(text)
    .sections.filter(({ name }) => name === section)
    .flatMap((each) => each.assignments);
  const last = (wanted: string) =>
    assignments
      .filter((each) => each.key === wanted)
      .at(-1)
      ?.value.text.trim();
  // Each connection gets its own instance.
  if (unit.kind === 'socket' && parseBoolean(last('Accept') ?? '')) return parseUnitName(`${unit.prefix}@.service`);
  const named = parseUnitName(last(key!)?.replaceAll('%i', unit.instance ?? '') ?? '');
  return named ?? parseUnitName(withKind(unit, 'service'));
}
