import { netdevSections } from '../../schema/generated/program-files.ts';
import { rowsOf } from '../../schema/rows.ts';
import type { UnitFile } from '../../syntax/tree.ts';

/** A kind of device, which networkd makes; systemd.netdev(5), "Supported netdev kinds". */
export interface DeviceKind {
  readonly name: string;
  /** The sections it has beside {@link COMMON_SECTIONS}. */
  readonly sections: readonly string[];
  /** The first and the last release that make it. */
  readonly from: number;
  readonly to: number;
}

export const deviceKinds: readonly DeviceKind[] = rowsOf(netdevSections).map(
  ([name = '', sections = '', from, to]) => ({
    name,
    sections: sections.split(' ').filter(Boolean),
    from: Number(from || 0),
    to: Number(to || Number.POSITIVE_INFINITY),
  }),
);

const byName: ReadonlyMap<string, DeviceKind> = new Map(deviceKinds.map((kind) => [kind.name, kind]));

/** In some release. */
export const deviceKind = (name: string): DeviceKind | undefined => byName.get(name);

export const isMadeBy = ({ from, to }: DeviceKind, version: number): boolean => from <= version && version <= to;

/** What every device has. */
export const COMMON_SECTIONS: readonly string[] = ['Match', 'NetDev'];

/**
 * The kind of device that a .netdev file makes: the first that `Kind=` names and the release has. Once it is known networkd reads
 * the file again, and of that kind's sections only; `netdev_load_one()` of src/network/netdev/netdev.c.
 */
export function kindMade({ blocks }: UnitFile, version: number): DeviceKind | undefined {
  let isOwn = false;
  for (const { block } of blocks) {
    const [first] = block.contents;
    if (first?.kind === 'header') isOwn = first.name === 'NetDev';
    if (!isOwn) continue;
    for (const content of block.contents) {
      if (content.kind !== 'assignment' || content.key !== 'Kind') continue;
      const kind = deviceKind(content.value.text);
      if (kind && isMadeBy(kind, version)) return kind;
    }
  }
  return undefined;
}
