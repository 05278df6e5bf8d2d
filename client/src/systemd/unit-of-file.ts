import {
  baseOf,
  fileKindOfPath,
  isTemplate,
  type Manager,
  parseUnitName,
  quadletService,
  type UnitFileKind,
  type UnitKind,
  type UnitName,
} from '../../../server/src/index.ts';
import { t } from '../localize.ts';

export type { Manager, UnitKind, UnitName };

/** The unit that a command is about. */
export interface Target {
  readonly name: string;
  readonly kind: UnitKind;
  readonly manager: Manager;
  /** The file the command was asked for; empty for a unit that was named. */
  readonly path: string;
}

/** The unit a file belongs to, or a message why there is none. */
export type UnitOfFile =
  | { readonly unit: UnitName; readonly role: UnitFileKind['role']; readonly manager: Manager }
  | { readonly refusal: string };

/**
 * A drop-in belongs to its unit, a temporary file of `systemctl edit` to the unit being edited, a Quadlet file to the
 * service that Podman makes of it, whose name may stand in the file: its text, where that is at hand.
 */
export function unitOfFile(path: string, text?: string): UnitOfFile {
  const name = baseOf(path);
  const quadlet = quadletService(path, text);
  if (quadlet) {
    const { unit, role, manager } = quadlet;
    return unit ? { unit, role, manager } : { refusal: invalidName(name) };
  }
  const file = fileKindOfPath(path);
  if (!file) return { refusal: t('{0} is not the name of a unit, so there is no unit to act on.', name) };
  if (file.isSource) {
    return {
      refusal: t('{0} is a source file from which a build creates a unit. Open the unit that the build creates.', name),
    };
  }
  if (file.unit) return { unit: file.unit, role: file.role, manager: file.manager };
  if (file.role === 'fragment') return { refusal: invalidName(name) };
  const folder = path.split('/').at(-2) ?? '';
  if (file.prefix !== undefined) {
    return {
      refusal: t('{0} applies to every unit whose name begins with {1}. Open one of them.', folder, file.prefix),
    };
  }
  if (folder === `${file.kind}.d`)
    return { refusal: t('{0} applies to every {1} unit. Open one of them.', folder, file.kind) };
  return { refusal: invalidName(folder.slice(0, -'.d'.length)) };
}

/** The instance `getty@tty1.service` of the template `getty@.service`, or why there is no such name. */
export function instantiate(template: UnitName, instance: string): UnitName | { readonly refusal: string } {
  const text = `${template.prefix}@${instance}.${template.kind}`;
  const unit = parseUnitName(text);
  if (!unit) return { refusal: invalidName(text) };
  return isTemplate(unit) ? { refusal: t('An instance needs a name.') } : unit;
}

function invalidName(name: string): string {
  const escaped = escapeUnitName(name);
  const fault = t('"{0}" is not a name systemd accepts: letters, digits and : - _ . \\ @ only, 255 at most.', name);
  if (!parseUnitName(escaped)) return fault;
  return `${fault} ${t('Rename the file to {0} (systemd-escape --mangle creates such names).', escaped)}`;
}

/** What `systemd-escape --mangle` makes of a name: each byte outside the allowed set becomes `\xNN`, a slash `-`. */
export function escapeUnitName(name: string): string {
  const bytes = [...new TextEncoder().encode(name)];
  return bytes.map(escapeByte).join('');
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '/') return '-';
  return /[0-9A-Za-z:_.\\@-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
