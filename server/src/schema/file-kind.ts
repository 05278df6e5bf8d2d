import { remembered } from '../text/remembered.ts';
import type { FileIdentity, Manager } from './file-identity.ts';
import { isUnitKind, kindOfSection, type UnitKind } from './kinds.ts';
import { parseUnitName } from './unit-name.ts';

export type { Manager } from './file-identity.ts';

/** What a file of a unit is to systemd, as far as its path and first section tell. */
export interface UnitFileKind extends FileIdentity {
  readonly dialect: 'unit';
  readonly kind: UnitKind;
  /** For `foo-.service.d/`: the prefix `foo-`. */
  readonly prefix?: string;
}

/** The same file as a unit's; undefined for one that another program reads. */
export const asUnitFile = (file: FileIdentity): UnitFileKind | undefined =>
  file.dialect === 'unit' ? (file as UnitFileKind) : undefined;

/** Suffixes of files that a build turns into the unit of the name before them. */
export const SOURCE_SUFFIXES = [
  ...['in', 'in.in', 'cmake', 'cmake.in', 'm4', 'm4.in', 'j2', 'jinja', 'jinja2', 'mako', 'erb', 'epp'],
  ...['tmpl', 'tpl', 'tftpl', 'gotmpl', 'template', 'mustache', 'hbs'],
];
const SOURCE_SUFFIX = new RegExp(
  `\\.(?:${SOURCE_SUFFIXES.map((suffix) => suffix.replace('.', '\\.')).join('|')})$`,
  'i',
);

/** The name of what a build makes of a file. */
export const withoutSourceSuffix = (name: string): string => name.replace(SOURCE_SUFFIX, '');

/** Temporary names of `systemctl edit`: `.#override.conf3f2a…`, `.#foo.service3f2a…` (16 hexadecimal digits). */
const EDIT_NAME = /^\.#(.+?\.[a-z]+)[0-9a-f]{16}$/;

/** Classifies by path alone; undefined for a file that is none of systemd's unit files. */
export const fileKindOfPath = remembered((path: string): UnitFileKind | undefined => classify(path));

function classify(path: string): UnitFileKind | undefined {
  const segments = segmentsOf(path);
  const raw = segments.at(-1) ?? '';
  const name = isPlain(raw) ? raw : withoutSourceSuffix(raw);
  const base = EDIT_NAME.exec(name)?.[1] ?? (name.startsWith('.#') ? name.slice(2) : name);
  const common = { dialect: 'unit', manager: managerOfPath(segments), isSource: name !== raw } as const;
  const beside = dropIn(segments.at(-2) ?? '', common);
  if (beside)
    return base.endsWith('.conf') && !isHidden(name)
      ? beside
      : { ...beside, skipped: isHidden(name) ? 'hidden' : 'suffix' };
  const dot = base.lastIndexOf('.');
  const kind = base.slice(dot + 1);
  if (dot <= 0 || !isUnitKind(kind)) return undefined;
  return { ...common, kind, role: 'fragment', unit: parseUnitName(base) };
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** Most names tell by their last suffix that they are no source's; the folders of a check have thousands. */
function isPlain(name: string): boolean {
  const suffix = name.slice(name.lastIndexOf('.') + 1);
  return suffix === 'conf' || isUnitKind(suffix);
}

/** `conf_files_list()`, src/basic/conf-files.c, passes over them; those of `systemctl edit` stand for what they become. */
const isHidden = (name: string): boolean => name.startsWith('.') && !name.startsWith('.#');

function dropIn(
  folder: string,
  common: Pick<UnitFileKind, 'dialect' | 'manager' | 'isSource'>,
): UnitFileKind | undefined {
  if (!folder.endsWith('.d')) return undefined;
  const owner = folder.slice(0, -2);
  if (isUnitKind(owner)) return { ...common, kind: owner, role: 'drop-in', unit: undefined };
  const kind = owner.slice(owner.lastIndexOf('.') + 1);
  if (!isUnitKind(kind)) return undefined;
  const stem = owner.slice(0, -kind.length - 1);
  if (stem.endsWith('-')) return { ...common, kind, role: 'drop-in', unit: undefined, prefix: stem };
  return { ...common, kind, role: 'drop-in', unit: parseUnitName(owner) };
}

const SYSTEM_FOLDERS: readonly string[] = ['system', 'system.control', 'system.attached'];
const USER_FOLDERS: readonly string[] = ['user', 'user.control', 'user.attached'];

/** The nearest folder named `user` or `system` decides; a home folder of a person called user does not count. */
function managerOfPath(segments: readonly string[]): Manager {
  for (let i = segments.length - 2; i >= 0; i--) {
    if (SYSTEM_FOLDERS.includes(segments[i]!)) return 'system';
    if (USER_FOLDERS.includes(segments[i]!) && segments[i - 1] !== 'home') return 'user';
  }
  return 'system';
}

/** The manager that reads a folder. */
export const managerOfFolder = (folder: string): Manager => managerOfPath([...segmentsOf(folder), '']);

/** For a file whose name says nothing: the kind its first telling section names. */
export function kindOfSections(sections: Iterable<string>): UnitKind | undefined {
  for (const section of sections) {
    const kind = kindOfSection(section);
    if (kind) return kind;
  }
  return undefined;
}
