import * as vscode from 'vscode';
import { instancesPattern, parseShow, show } from '../operate/show.ts';
import { type Silence, silenceOf } from '../operate/silence.ts';
import { type Manager, unitOfFile } from '../operate/unit-of-file.ts';
import { stateProperties, type UnitState, unitState } from '../operate/unit-state.ts';
import type { ManagerChoice } from './manager.ts';
import { askPlaced, type Obstacle, obstacle, where } from './where.ts';

/** The states of the units in the editors that are seen; asked anew every few seconds while they are. */
export interface UnitStates extends vscode.Disposable {
  /** Undefined as long as nothing is known. */
  of(uri: vscode.Uri): UnitState | undefined;
  /** For a template: its instances that are loaded. */
  instancesOf(uri: vscode.Uri): readonly UnitState[];
  /** Its manager was asked in vain: it does not run, its host is not reached, only root may enter its container. */
  silenceOf(uri: vscode.Uri): Silence | undefined;
  /** Why there are no states; undefined when there can be. */
  readonly obstacle: Obstacle | undefined;
  refresh(): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

const FOCUSED = 2_000;
const UNFOCUSED = 20_000;

interface Asked {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly template: boolean;
}

export function unitStates(managers: ManagerChoice): UnitStates {
  const changed = new vscode.EventEmitter<void>();
  const states = new Map<string, readonly UnitState[]>();
  const silent = new Map<string, Silence>();
  /** Nothing is offered before the first answer. */
  let blocked: Obstacle | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let printed = '';

  const update = async () => {
    blocked = await obstacle();
    states.clear();
    silent.clear();
    const asked = blocked === undefined ? seen() : [];
    for (const manager of ['system', 'user'] as const) {
      const own = asked.filter(({ uri }) => managers.of(uri) === manager);
      const { found, stderr } = await askStates(manager, own);
      for (const [uri, of] of found) states.set(uri, of);
      const silence = silenceOf(manager, stderr, where());
      for (const { uri } of own) if (!states.has(uri.toString())) silent.set(uri.toString(), silence);
    }
    const now = JSON.stringify([blocked, ...silent, ...states]);
    if (now !== printed) changed.fire();
    printed = now;
  };
  /** One at a time: a slow systemctl is not asked again before it has answered. */
  const refresh = (): Promise<void> => {
    clearTimeout(timer);
    running ??= update().finally(() => {
      running = undefined;
      clearTimeout(timer);
      if (seen().length > 0) timer = setTimeout(refresh, vscode.window.state.focused ? FOCUSED : UNFOCUSED);
    });
    return running;
  };
  const again = async () => {
    await running;
    await refresh();
  };
  const listeners = vscode.Disposable.from(changed, managers.onDidChange(again), onOccasion(again));
  return {
    of: (uri) => states.get(uri.toString())?.[0],
    instancesOf: (uri) => states.get(uri.toString()) ?? [],
    silenceOf: (uri) => silent.get(uri.toString()),
    get obstacle() {
      return blocked;
    },
    refresh: again,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

/** Calls when states may have become others, or others are looked at. */
const onOccasion = (call: () => Promise<void>): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(call),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && call()),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => languageId === 'systemd' && call()),
    vscode.workspace.onDidGrantWorkspaceTrust(call),
    vscode.tasks.onDidEndTask(({ execution }) => execution.task.definition.type === 'systemd' && call()),
  );

/** The units of the files in visible editors. */
function seen(): Asked[] {
  const uris = new Map(vscode.window.visibleTextEditors.map(({ document }) => [document.uri.toString(), document]));
  return [...uris.values()].flatMap(({ uri, languageId }) => {
    if (languageId !== 'systemd' || uri.scheme !== 'file') return [];
    const file = unitOfFile(uri.path);
    return 'unit' in file ? [{ uri, name: file.unit.text, template: file.unit.instance === '' }] : [];
  });
}

interface Found {
  readonly found: readonly (readonly [uri: string, states: readonly UnitState[]])[];
  /** What was said in vain. */
  readonly stderr: string;
}

async function askStates(manager: Manager, asked: readonly Asked[]): Promise<Found> {
  const plain = asked.filter(({ template }) => !template);
  // An alias answers with the name of its unit, so the order decides, which is that of the question.
  const names = [...new Set(plain.map(({ name }) => name))];
  const all = names.length > 0 ? await askShow(manager, names) : { states: [], stderr: '' };
  const found: [string, readonly UnitState[]][] = plain.flatMap(({ uri, name }) => {
    const state = all.states[names.indexOf(name)];
    return state ? [[uri.toString(), [state]]] : [];
  });
  let { stderr } = all;
  for (const { uri, name } of asked.filter(({ template }) => template)) {
    const instances = await askShow(manager, [instancesPattern(name)]);
    if (instances.code === 0) found.push([uri.toString(), instances.states]);
    else stderr = instances.stderr;
  }
  return { found, stderr };
}

async function askShow(manager: Manager, names: readonly string[]) {
  const { code, stdout, stderr } = await askPlaced(show(manager, stateProperties, names), { utc: true });
  return { code, states: parseShow(stdout).map(unitState), stderr };
}
