import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { quadletService } from '../../../server/src/index.ts';
import { unitNameRequest } from '../../../server/src/protocol/requests.ts';
import { asShown } from '../systemd/state-text.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import { type Unavailable, unavailableManager } from '../systemd/unavailable-manager.ts';
import type { Manager } from '../systemd/unit-of-file.ts';
import { stateProperties, type UnitState, unitState } from '../systemd/unit-state.ts';
import type { ManagerChoice } from './manager-choice.ts';
import { executionTarget, type Obstacle, obstacle, query } from './query.ts';
import { queryTemplate, type TemplateState } from './query-unit.ts';
import { madeNames, unitByText, unitOf } from './target.ts';
import { type NamesByManager, unitSignals } from './unit-signals.ts';

/** The states of the units in visible editors: asked when the manager tells of a change, and every few seconds where it cannot. */
export interface UnitStates extends vscode.Disposable {
  /** Undefined as long as nothing is known. */
  of(uri: vscode.Uri): UnitState | undefined;
  /** Undefined for what is not a template, and as long as nothing is known. */
  templateOf(uri: vscode.Uri): TemplateState | undefined;
  /** Why its manager does not answer: it is not running, its host cannot be reached, only root may enter its container. */
  unavailable(uri: vscode.Uri): Unavailable | undefined;
  /** Why there are no states; undefined when there can be. */
  readonly obstacle: Obstacle | undefined;
  /** Whether changes are told by the managers; otherwise they are asked every few seconds. */
  readonly live: boolean;
  refresh(): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Milliseconds between two questions. */
const FOCUSED = 2_000;
const UNFOCUSED = 20_000;
/** What changes in files is told by nobody. */
const LIVE = 10_000;

interface Asked {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly template: boolean;
}

export function unitStates(managers: ManagerChoice, client: BaseLanguageClient): UnitStates {
  const changed = new vscode.EventEmitter<void>();
  let known: Known = { states: new Map(), templates: new Map(), unavailable: new Map() };
  /** Nothing is offered before the first answer. */
  let blocked: Obstacle | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let printed = '';
  let live = false;

  const update = async () => {
    blocked = await obstacle();
    const asked = blocked === undefined ? seen() : [];
    const { states, templates, unavailable } = await askAll(asked, managers);
    known = { states, templates, unavailable };
    live = signals.follow(namesByManager(asked, known, managers));
    const now = JSON.stringify([blocked, live, ...unavailable, ...templates, asShown([...states], Date.now())]);
    if (now !== printed) changed.fire();
    printed = now;
    // Not waited for: states are shown whether the language server answers or not.
    void askNames(client).then(async (isChanged) => {
      if (isChanged) await again();
    });
  };
  /** One at a time: a slow systemctl is not asked again before it has answered. */
  const refresh = (): Promise<void> => {
    clearTimeout(timer);
    running ??= update().finally(() => {
      running = undefined;
      clearTimeout(timer);
      const pause = !vscode.window.state.focused ? UNFOCUSED : live ? LIVE : FOCUSED;
      if (seen().length > 0) timer = setTimeout(refresh, pause);
    });
    return running;
  };
  const again = async () => {
    await running;
    await refresh();
  };
  const signals = unitSignals(again);
  const listeners = vscode.Disposable.from(changed, signals, managers.onDidChange(again), onOccasion(again));
  return {
    of: (uri) => known.states.get(uri.toString()),
    templateOf: (uri) => known.templates.get(uri.toString()),
    unavailable: (uri) => known.unavailable.get(uri.toString()),
    get obstacle() {
      return blocked;
    },
    get live() {
      return live;
    },
    refresh: again,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      listeners.dispose();
    },
  };
}

/** Calls back when states may have changed, or other units became visible. */
const onOccasion = (call: () => Promise<void>): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(call),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && call()),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => languageId === 'systemd' && call()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => isReread(document) && call()),
    vscode.workspace.onDidGrantWorkspaceTrust(call),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('systemdUnits.host') || event.affectsConfiguration('systemdUnits.machine')) call();
    }),
    vscode.tasks.onDidEndTask(({ execution }) => execution.task.definition.type === 'systemd' && call()),
  );

/** Another program has written the file, and its editor has read it anew. */
const isReread = ({ languageId, isDirty, uri }: vscode.TextDocument): boolean =>
  languageId === 'systemd' && uri.scheme === 'file' && !isDirty;

/** Asks the language server for the names of the units that Podman makes of visible files; whether one is another than before. */
const askNames = (client: BaseLanguageClient): Promise<boolean> =>
  madeNames.refresh(
    visibleFiles().flatMap((uri) => {
      const file = quadletService(uri.path) ? unitByText(uri) : undefined;
      return file && 'unit' in file ? [{ uri: uri.toString(), told: file.unit }] : [];
    }),
    (uri) =>
      client
        .sendRequest(unitNameRequest, {
          textDocument: { uri: client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri)) },
        })
        .catch(() => null),
  );

function visibleFiles(): vscode.Uri[] {
  const uris = new Map(vscode.window.visibleTextEditors.map(({ document }) => [document.uri.toString(), document]));
  return [...uris.values()].flatMap(({ uri, languageId }) =>
    languageId === 'systemd' && uri.scheme === 'file' ? [uri] : [],
  );
}

/** The units of the files in visible editors. */
function seen(): Asked[] {
  return visibleFiles().flatMap((uri) => {
    const file = unitOf(uri);
    return 'unit' in file ? [{ uri, name: file.unit.text, template: file.unit.instance === '' }] : [];
  });
}

/** What the managers call these units: an alias has the signals of its unit, a template those of its instances. */
function namesByManager(asked: readonly Asked[], known: Known, managers: ManagerChoice): NamesByManager {
  const names = { system: new Set<string>(), user: new Set<string>() };
  for (const { uri, name } of asked) {
    const id = known.states.get(uri.toString())?.id;
    const instances = known.templates.get(uri.toString())?.instances ?? [];
    for (const each of [name, ...(id ? [id] : []), ...instances.map((state) => state.id)]) {
      names[managers.of(uri)].add(each);
    }
  }
  return names;
}

/** The answers of the managers, by the URIs of unit files. */
interface Known {
  readonly states: ReadonlyMap<string, UnitState>;
  readonly templates: ReadonlyMap<string, TemplateState>;
  readonly unavailable: ReadonlyMap<string, Unavailable>;
}

async function askAll(asked: readonly Asked[], managers: ManagerChoice): Promise<Known> {
  const states = new Map<string, UnitState>();
  const templates = new Map<string, TemplateState>();
  const unavailable = new Map<string, Unavailable>();
  for (const manager of ['system', 'user'] as const) {
    const own = asked.filter(({ uri }) => managers.of(uri) === manager);
    const found = await askStates(manager, own);
    for (const [uri, state] of found.states) states.set(uri, state);
    for (const [uri, template] of found.templates) templates.set(uri, template);
    const reason = unavailableManager(manager, found.stderr, executionTarget());
    for (const uri of own.map((file) => file.uri.toString())) {
      if (!states.has(uri) && !templates.has(uri)) unavailable.set(uri, reason);
    }
  }
  return { states, templates, unavailable };
}

interface Found extends Pick<Known, 'states' | 'templates'> {
  /** The error output of systemctl. */
  readonly stderr: string;
}

async function askStates(manager: Manager, asked: readonly Asked[]): Promise<Found> {
  const plain = asked.filter(({ template }) => !template);
  // The answer for an alias has the name of its unit, so answers are matched by their order.
  const names = [...new Set(plain.map(({ name }) => name))];
  const all = names.length > 0 ? await askShow(manager, names) : { states: [], stderr: '' };
  const states = new Map<string, UnitState>();
  for (const { uri, name } of plain) {
    const state = all.states[names.indexOf(name)];
    if (state) states.set(uri.toString(), state);
  }
  let { stderr } = all;
  const templates = new Map<string, TemplateState>();
  for (const { uri, name } of asked.filter(({ template }) => template)) {
    const answer = await queryTemplate(manager, name);
    if ('stderr' in answer) stderr = answer.stderr;
    else templates.set(uri.toString(), answer);
  }
  return { states, templates, stderr };
}

async function askShow(manager: Manager, names: readonly string[]) {
  const { stdout, stderr } = await query(show(manager, stateProperties, names), { utc: true });
  return { states: parseShow(stdout).map(unitState), stderr };
}
