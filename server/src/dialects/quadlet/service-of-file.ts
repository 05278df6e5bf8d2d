import type { FileIdentity } from '../../schema/file-identity.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { type QuadletKind, stemOf, usualServiceName } from './generator/names.ts';
import { quadletOfPath } from './identify.ts';

/** A Quadlet file, and the service that Podman makes of it. */
export interface QuadletService extends Pick<FileIdentity, 'role' | 'manager'> {
  readonly kind: QuadletKind;
  /** The name of the Quadlet file: for a drop-in that of the file it belongs to. */
  readonly file: string;
  /** As the file's name has it; `ServiceName=` in the file may say otherwise. Undefined for a name that no unit can have. */
  readonly unit: UnitName | undefined;
}

/** The service of a Quadlet file by its path alone; undefined for other files, and for drop-ins of many. */
export function quadletService(path: string): QuadletService | undefined {
  const identity = quadletOfPath(path);
  if (!identity) return undefined;
  const kind = identity.kind as QuadletKind;
  const segments = path.split('/');
  const file = identity.role === 'drop-in' ? segments.at(-2)!.slice(0, -'.d'.length) : segments.at(-1)!;
  if (!file.includes('.') || stemOf(file).endsWith('-')) return undefined;
  const name = usualServiceName({ name: file, kind }, Number.POSITIVE_INFINITY);
  return { kind, file, role: identity.role, manager: identity.manager, unit: parseUnitName(`${name}.service`) };
}
