import { linkedTo, namesOf, outdatedUnits } from '../../features/compare/outdated.ts';
import { loadedUnitOfTexts } from '../../features/lenses/effective-unit.ts';
import {
  type OutdatedParams,
  outdatedRequest,
  type ReloadAnswer,
  type ReloadParams,
  reloadRequest,
} from '../../protocol/requests.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { resolveUnit } from '../../units/resolve-unit.ts';
import { filesOf } from '../../units/resolved-units.ts';
import { treeOf } from '../../units/unit-location.ts';
import type { FeatureContext, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** What daemon-reload would change: what a manager has, which the client has asked, beside what the files on disk give. */
export const reloadFeature: LspFeature = (parts) => {
  const { connection, service, log } = parts;
  connection.onRequest(
    outdatedRequest,
    runSafe('outdated units', [] as string[], log, ({ loaded, manager }: OutdatedParams): string[] =>
      outdatedUnits(service.environment.units, loaded, manager),
    ),
  );
  connection.onRequest(
    reloadRequest,
    runSafe('reload', null as ReloadAnswer | null, log, (params: ReloadParams) => told(parts, params)),
  );
  return {};
};

async function told(parts: FeatureContext, { manager, version, shown, ...named }: ReloadParams): Promise<ReloadAnswer> {
  const [{ compareReload }, { reloadText }] = await Promise.all([
    import('../../features/compare/compare-running.ts'),
    import('../../features/compare/render-running.ts'),
  ]);
  const units: ReloadAnswer['units'][number][] = [];
  const { units: index } = parts.service.environment;
  const nameOf = namesOf(index, new Map(Object.entries(named.aliases)), manager);
  for (const { name, unit, bare, relations } of shown) {
    const loaded = await loadedOnDisk(parts, name, { manager, version });
    if (!loaded) continue;
    const has = {
      unit: new Map(Object.entries(unit)),
      bare: new Map(Object.entries(bare)),
      relations: relations && new Map(Object.entries(relations)),
    };
    const linked = loaded.name && linkedTo(index, loaded.name, manager);
    units.push(compareReload(name, loaded, { ...has, ...(linked && { linked }), nameOf }));
  }
  return { units, text: reloadText(units) };
}

/** The unit as the manager would read it: what an editor has not saved does not count. */
async function loadedOnDisk(
  { service, session: { runtime, unitFiles } }: FeatureContext,
  text: string,
  { manager, version }: Pick<ReloadParams, 'manager' | 'version'>,
): Promise<LoadedUnit | undefined> {
  const { units } = service.environment;
  const name = parseUnitName(text);
  const viewpoint = { tree: treeOf('', manager), manager };
  const before = name && resolveUnit(units, name, viewpoint);
  // Drop-ins may have come that nobody has told of yet.
  if (before?.fragment) await unitFiles.load(before.fragment.path);
  const resolved = name && resolveUnit(units, name, viewpoint);
  if (!resolved) return undefined;
  const read = async ({ path, target }: IndexedFile): Promise<string | undefined> =>
    (await runtime.readText(path)) ?? (target === undefined ? undefined : await runtime.readText(target));
  const found = await Promise.all(filesOf(resolved).map(async (file) => ({ path: file.path, text: await read(file) })));
  const files = found.flatMap((file) => (file.text === undefined ? [] : [{ path: file.path, text: file.text }]));
  const unit = loadedUnitOfTexts(files, { version, manager });
  return unit && { ...unit, name };
}
