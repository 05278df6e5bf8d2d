import { type GeneratedUnit, generate } from '../dialects/quadlet/generator/generate.ts';
import { quadletOfPath, quadletRoot } from '../dialects/quadlet/identify.ts';
import { isKnownKey } from '../dialects/quadlet/keys.ts';
import { messageOf } from '../dialects/quadlet/rules/refused.ts';
import type { Manager } from '../schema/file-kind.ts';
import { clampPodman } from '../schema/podman.ts';
import type { CliHost } from './host.ts';
import { filesBelow } from './quadlet-files.ts';

/** Where Podman looks for Quadlet files, what counts first in front: podman-systemd.unit(5). */
const FOLDERS: Readonly<Record<Manager, readonly string[]>> = {
  system: ['/run/containers/systemd', '/etc/containers/systemd', '/usr/share/containers/systemd'],
  user: ['/etc/containers/systemd/users', '/usr/share/containers/systemd/users'],
};

export interface QuadletQuestion {
  /** A file, or the name of one of the machine's. */
  readonly name: string;
  readonly manager: Manager;
  /** major * 100 + minor */
  readonly podman: number;
  /** A comment above each stretch of lines says what they are made of. */
  readonly withOrigins: boolean;
}

/** Whether a name is that of a Quadlet file. */
export const isQuadlet = (name: string): boolean =>
  quadletOfPath(name) !== undefined || quadletOfPath(`/etc/containers/systemd/${name}`)?.role === 'fragment';

/** The service Podman makes of a file, or why it makes none; undefined if there is no such file. */
export function generatedService(
  host: CliHost,
  { name, manager, podman, withOrigins }: QuadletQuestion,
): { readonly text: string } | { readonly refused: string } | undefined {
  const path = pathOf(host, name, manager);
  if (path === undefined) return undefined;
  const kind = quadletOfPath(path) ?? quadletOfPath(`/etc/containers/systemd/${name}`);
  const root = quadletRoot(path);
  const place = (file: string): string => (file.startsWith('/') ? file : host.join(host.cwd, file));
  const files = filesBelow(host, root).map((file) => ({ ...file, path: place(file.path) }));
  const own = place(path);
  const { units, refused, faults } = generate({
    files,
    folders: [place(root)],
    podman: clampPodman(podman),
    isUser: manager === 'user' || kind?.manager === 'user',
    hasDevice: (device) => host.kindOf(device) !== undefined,
    isKnownKey: (section, key) => isKnownKey(section, key, podman),
    areOthersThere: true,
  });
  const unit = units.find(({ source }) => source === own);
  if (unit) return { text: withOrigins ? textWithOrigins(unit) : unit.text };
  const fault = faults.find((each) => each.path === own || each.lost.includes(own));
  if (fault)
    return { refused: `Podman cannot read line ${fault.line} of ${fault.path}, and with it no file of its folder` };
  const found = refused.find((each) => each.path === own);
  return found && { refused: messageOf(found.refusal, kind?.kind ?? '') };
}

function textWithOrigins({ lines }: GeneratedUnit): string {
  let said = '';
  const text = lines.map(({ key, value, origins }) => {
    if (key === undefined) {
      said = '';
      return value;
    }
    const from = origins.length === 0 ? 'Podman' : origins.map(({ path, line }) => `${path}:${line}`).join(', ');
    const remark = from === said ? '' : `# ${from}\n`;
    said = from;
    return `${remark}${key}=${value}`;
  });
  return `${text.join('\n')}\n`;
}

function pathOf(host: CliHost, name: string, manager: Manager): string | undefined {
  if (host.kindOf(name) === 'file') return name;
  if (name.includes('/')) return undefined;
  const places = FOLDERS[manager].map((folder) => host.placeOf(`${folder}/${name}`));
  return places.find((path) => path !== undefined && host.kindOf(path) === 'file');
}
