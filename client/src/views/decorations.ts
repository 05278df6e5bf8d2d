import * as vscode from 'vscode';
import { filesChanged, type OverridesAnswer, overridesRequest } from '../../../server/src/protocol/requests.ts';
import { feature, type Services } from '../feature.ts';
import { obstacle } from '../machine/query.ts';
import { fileRelation, realPath } from '../machine/query-unit.ts';
import { setting } from '../settings.ts';
import { type DecoratedFile, fileDecoration } from '../systemd/file-decoration.ts';
import type { ListedUnit } from '../systemd/unit-list.ts';
import { unitOfFile } from '../systemd/unit-of-file.ts';
import { workspaceUnits } from './workspace-units.ts';

/** Milliseconds between two questions about units that are in no editor: nobody tells of them. */
const PAUSE = 20_000;

/** Marks of failed and overridden units behind the names of their files, in the Explorer and in tabs. */
export const decorations = feature((services: Services) => {
  const changed = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  const managed = managedUnits(services, (uris) => changed.fire(uris));
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    async provideFileDecoration(uri) {
      if (uri.scheme !== 'file' || !setting('decorations', uri) || !('unit' in unitOfFile(uri.path))) return undefined;
      const found = fileDecoration(decorated(managed.of(uri), await overridesOf(services, uri)));
      if (!found) return undefined;
      return new vscode.FileDecoration(found.badge, found.tooltip, found.color && new vscode.ThemeColor(found.color));
    },
  };
  return vscode.Disposable.from(
    changed,
    managed,
    vscode.window.registerFileDecorationProvider(provider),
    services.client.onNotification(filesChanged, () => changed.fire(undefined)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('systemdUnits.decorations')) changed.fire(undefined);
    }),
  );
});

/** Undefined as well while the language server does not answer. */
async function overridesOf({ client }: Services, uri: vscode.Uri): Promise<OverridesAnswer | undefined> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = await client.sendRequest(overridesRequest, { textDocument }).catch(() => null);
  return answer ?? undefined;
}

function decorated(unit: ListedUnit | undefined, overrides: OverridesAnswer | undefined): DecoratedFile {
  if (!unit || unit.unavailable !== undefined) return { overrides };
  if (unit.instances) {
    return { overrides, failedInstances: unit.instances.filter(({ active }) => active === 'failed').length };
  }
  const { state, target } = unit;
  const relation = fileRelation(vscode.Uri.file(target.path), state);
  const known = new Set((overrides?.dropIns ?? []).map(realPath));
  // Those of all units of the kind say nothing of this one.
  const own = state.dropIns.split(' ').filter((path) => path !== '' && !path.includes(`/${target.kind}.d/`));
  const moreDropIns = relation === 'loaded' ? own.filter((path) => !known.has(realPath(path))) : [];
  return { overrides, loaded: { state, relation }, moreDropIns };
}

interface ManagedUnits extends vscode.Disposable {
  of(uri: vscode.Uri): ListedUnit | undefined;
}

/** What managers say of the units of the workspace, asked when it may have changed. */
function managedUnits({ managers, states }: Services, tell: (uris: vscode.Uri[]) => void): ManagedUnits {
  let known: ReadonlyMap<string, ListedUnit> = new Map();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const update = async () => {
    const isAsked = setting('decorations') && (await obstacle()) === undefined;
    const units = isAsked ? await workspaceUnits(managers) : [];
    const now = new Map(units.map((unit) => [unit.target.path, unit]));
    const paths = [...new Set([...known.keys(), ...now.keys()])];
    const differing = paths.filter((path) => shown(known.get(path)) !== shown(now.get(path)));
    known = now;
    if (differing.length > 0) tell(differing.map((path) => vscode.Uri.file(path)));
  };
  /** One at a time; units that no manager has loaded do not change by themselves. */
  const refresh = (): Promise<void> => {
    clearTimeout(timer);
    running ??= update().finally(() => {
      running = undefined;
      const isLoaded = [...known.values()].some(({ state, instances }) => state.load === 'loaded' || instances?.length);
      if (isLoaded && !isOver && vscode.window.state.focused) timer = setTimeout(refresh, PAUSE);
    });
    return running;
  };
  const again = async () => {
    await running;
    await refresh();
  };
  void refresh();
  const listeners = vscode.Disposable.from(
    states.onDidChange(again),
    managers.onDidChange(again),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && again()),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.tasks.onDidEndTask(({ execution }) => execution.task.definition.type === 'systemd' && again()),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('systemdUnits.decorations') && again(),
    ),
  );
  return {
    of: (uri) => known.get(uri.fsPath),
    dispose() {
      isOver = true;
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

/** What of a unit decides about its mark. */
const shown = (unit: ListedUnit | undefined): string =>
  JSON.stringify(unit && [unit.state, unit.unavailable, unit.instances?.map(({ id, active }) => [id, active])]);
