import type { FileIdentity } from '../../schema/file-identity.ts';
import { NEWEST_PODMAN } from '../../schema/podman.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { containerNameOf, type QuadletKind, serviceNameOf, stemOf, usualServiceName } from './generator/names.ts';
import { isFault, parseQuadlet } from './generator/parse.ts';
import { quadletOfPath } from './identify.ts';

/** A Quadlet file, and the service that Podman makes of it. */
export interface QuadletService extends Pick<FileIdentity, 'role' | 'manager'> {
  readonly kind: QuadletKind;
  /** The name of the Quadlet file: for a drop-in that of the file it belongs to. */
  readonly file: string;
  /** As `ServiceName=` in the file has it, else the file's name. Undefined for a name that no unit can have. */
  readonly unit: UnitName | undefined;
}

/** The service of a Quadlet file by its path, and its text where that is at hand; undefined for other files, and for drop-ins of many. */
export function quadletService(path: string, text?: string): QuadletService | undefined {
  const identity = quadletOfPath(path);
  if (!identity) return undefined;
  const kind = identity.kind as QuadletKind;
  const segments = path.split('/');
  const file = identity.role === 'drop-in' ? segments.at(-2)!.slice(0, -'.d'.length) : segments.at(-1)!;
  if (!file.includes('.') || stemOf(file).endsWith('-')) return undefined;
  const named = { name: file, kind };
  const own = identity.role === 'fragment' && text !== undefined ? parseQuadlet(path, text) : undefined;
  const name =
    own && !isFault(own)
      ? serviceNameOf({ ...named, text: own }, NEWEST_PODMAN)
      : usualServiceName(named, NEWEST_PODMAN);
  return { kind, file, role: identity.role, manager: identity.manager, unit: parseUnitName(`${name}.service`) };
}

/**
 * The container that runs for a service, by the text of its Quadlet file where that is at hand. Specifiers of the service's
 * name are replaced; a name with others is known to systemd alone, and the usual one is told.
 */
export function containerOf({ text: service, prefix, instance }: UnitName, path: string, text = ''): string {
  const name = path.slice(path.lastIndexOf('/') + 1) || `${prefix}${instance === undefined ? '' : '@'}.container`;
  const nameIn = (read: string): string => {
    const own = parseQuadlet(path, read);
    return isFault(own) ? '' : containerNameOf({ name, kind: 'container', text: own }, NEWEST_PODMAN);
  };
  const known: Readonly<Record<string, string>> = {
    '%N': stemOf(service),
    '%n': service,
    '%p': prefix,
    '%i': instance ?? '',
  };
  const told = [nameIn(text), nameIn('')].map((each) => each.replace(/%[Nnpi]/g, (specifier) => known[specifier]!));
  return told.find((each) => each !== '' && !each.includes('%')) ?? `systemd-${stemOf(service)}`;
}

/** The unit that is made of a file of this name, unless its text gives another; undefined for a name that no unit can have. */
export const usualUnit = (name: string, kind: QuadletKind): UnitName | undefined =>
  parseUnitName(`${usualServiceName({ name, kind }, NEWEST_PODMAN)}.service`);
