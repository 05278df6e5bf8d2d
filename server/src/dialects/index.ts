import type { Dialect } from '../engine/dialect.ts';
import type { FileIdentity, Manager } from '../schema/file-identity.ts';
import { foreignFormat } from '../schema/foreign.ts';
import type { Program } from '../schema/targets.ts';
import { isEvidentSource } from '../syntax/placeholders.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { remembered } from '../text/remembered.ts';
import { daemonConfDialect } from './daemon-conf/index.ts';
import { identifyLines } from './lines/index.ts';
import { networkdDialect, networkKinds } from './networkd/index.ts';
import { nspawnDialect, nspawnKinds } from './nspawn/index.ts';
import type { FileKind } from './program-files.ts';
import { quadletDialect } from './quadlet/index.ts';
import { repartDialect, repartKinds } from './repart/index.ts';
import { resolvedDialect, resolvedKinds } from './resolved/index.ts';
import { sysupdateDialect, sysupdateKinds } from './sysupdate/index.ts';
import { unitDialect } from './unit/index.ts';

/** Every dialect; the first that takes a file by its path has it, then the last that takes it by its sections: any text may be a unit. */
export const dialects: readonly Dialect[] = [
  unitDialect,
  quadletDialect,
  daemonConfDialect,
  networkdDialect,
  nspawnDialect,
  repartDialect,
  sysupdateDialect,
  resolvedDialect,
];

/** What files of programs with a suffix each are called; package.json names them. */
export const programKinds: readonly FileKind[] = [
  ...networkKinds,
  ...nspawnKinds,
  ...repartKinds,
  ...sysupdateKinds,
  ...resolvedKinds,
];

/** Files from which their programs make units, and the units. */
export { quadletUnit as unitAmong } from './quadlet/index.ts';
export { quadletSources as unitSources } from './quadlet/unit-sources.ts';

const byId: ReadonlyMap<string, Dialect> = new Map(dialects.map((dialect) => [dialect.schema.dialect, dialect]));

/** The dialect of a file that has been identified. */
export const dialectOf = ({ dialect }: FileIdentity): Dialect => byId.get(dialect)!;

/** What a file is by its path alone, where it has sections and assignments; `lines/index.ts` lists the others. */
export const identifyPath = remembered((path: string): FileIdentity | undefined =>
  identifyLines(path) ? undefined : firstOf((dialect) => dialect.identify(path)),
);

/** Whether a program reads a file of this path: backups and hidden files beside drop-ins are read by nobody. */
export function isRead(path: string): boolean {
  const file = identifyPath(path) ?? identifyLines(path);
  return file !== undefined && file.skipped === undefined;
}

/** What a file is read for, where its path does not count. */
interface Target {
  readonly manager?: Manager | undefined;
  /** Of a Quadlet file; the newest unless told. */
  readonly podman?: number | undefined;
}

/** What a file is, by its path, else by its sections; undefined for a file that none of the dialects reads. */
export function identify(path: string, tree: UnitFile, { manager, podman }: Target = {}): FileIdentity | undefined {
  if (identifyLines(path) || foreignFormat(path, tree.text) !== undefined) return undefined;
  const found = identifyPath(path) ?? bySections(path, tree);
  if (!found) return undefined;
  return {
    ...found,
    isSource: found.isSource || isEvidentSource(tree),
    ...(manager && { manager }),
    ...(found.podman !== undefined && podman !== undefined && { podman }),
  };
}

/** Whether a file that its path does not identify may be one of a dialect by its sections. */
export const isWorthReading = (path: string): boolean => dialects.some((dialect) => dialect.isWorthReading?.(path));

/** Which program is to read a Quadlet file first; those of other dialects are systemd's alone. */
export const readerOf = (path: string, tree: UnitFile): Program =>
  identify(path, tree)?.podman === undefined ? 'systemd' : 'podman';

function bySections(path: string, { sections }: UnitFile): FileIdentity | undefined {
  const names = sections.map(({ name }) => name);
  return firstOf((dialect) => dialect.identifyBySections?.(path, names), lastFirst);
}

const lastFirst = [...dialects].reverse();

function firstOf(
  ask: (dialect: Dialect) => FileIdentity | undefined,
  among: readonly Dialect[] = dialects,
): FileIdentity | undefined {
  for (const dialect of among) {
    const found = ask(dialect);
    if (found) return found;
  }
  return undefined;
}
