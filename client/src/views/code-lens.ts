import * as vscode from 'vscode';
import { unitAction } from '../actions/unit-actions.ts';
import { feature, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { fileRelation } from '../machine/query-unit.ts';
import { unitOf } from '../machine/target.ts';
import { setting } from '../settings.ts';
import { commandLine } from '../systemd/command.ts';
import { type Offer, offers } from '../systemd/lens-offers.ts';
import { stateDetail, stateText, templateText, withoutIcons } from '../systemd/state-text.ts';
import type { Target, UnitName } from '../systemd/unit-of-file.ts';

interface Lens extends Offer {
  /** Details for which a code lens has no room. */
  readonly tooltip?: string;
}

/** The state of the unit above the first line of its file, and the actions that fit it. */
export const codeLens = feature((services) => {
  const { states, client } = services;
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses({ uri }) {
      const file = unitOf(uri);
      if (!setting('codeLens.enabled', uri) || !('unit' in file)) return [];
      const top = new vscode.Range(0, 0, 0, 0);
      const target = {
        name: file.unit.text,
        kind: file.unit.kind,
        manager: services.managers.of(uri),
        path: uri.fsPath,
      };
      return lensesFor(uri, file.unit, services).map(
        ({ id, title, tooltip = commandOf(id, target) }) =>
          new vscode.CodeLens(top, {
            title: withoutIcons(title),
            tooltip,
            command: `systemdUnits.${id}`,
            arguments: [uri],
          }),
      );
    },
  };
  // Lenses of what is registered last come first in a line, and the state of the unit comes before all others.
  let registered = register(provider);
  const comeFirst = () => {
    registered.dispose();
    registered = register(provider);
  };
  return vscode.Disposable.from(
    changed,
    { dispose: () => registered.dispose() },
    client.onDidChangeState(() => void client.start().then(comeFirst, () => undefined)),
    states.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('systemdUnits.codeLens')) changed.fire();
    }),
  );
});

const register = (provider: vscode.CodeLensProvider): vscode.Disposable =>
  vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider);

/** The command lines that a click runs. */
function commandOf(id: string, target: Target): string | undefined {
  return unitAction(id)?.commands(target).map(commandLine).join('\n');
}

const more: Lens = { id: 'more', title: '⋯', tooltip: t('More actions') };
/** Offered while the state is unknown; a click runs the command or tells why it cannot be run. */
const withoutState: readonly Lens[] = [
  { id: 'start', title: t('Start') },
  { id: 'stop', title: t('Stop') },
  { id: 'restart', title: t('Restart') },
  { id: 'status', title: t('Status') },
  { id: 'journal', title: t('Logs') },
];
/** Offered while the unit's manager does not answer. */
const withoutManager: readonly Lens[] = [
  { id: 'verify', title: t('Verify') },
  { id: 'journalView', title: t('Logs') },
];
/** Offered where systemd is installed but not running. */
const withoutSystemd: readonly Lens[] = [{ id: 'verify', title: t('Verify') }, more];

function lensesFor(uri: vscode.Uri, unit: UnitName, { states }: Services): readonly Lens[] {
  if (states.obstacle === 'untrusted') return withoutState;
  if (states.obstacle === 'missing') return [];
  if (states.obstacle === 'not-booted') return withoutSystemd;
  const unavailable = states.unavailable(uri);
  if (unavailable) {
    const offered = unavailable.acceptsCommands ? withoutState : withoutManager;
    return [{ id: 'explainUnavailable', title: `○ ${unavailable.short}`, tooltip: unavailable.long }, ...offered, more];
  }
  const template = states.templateOf(uri);
  if (template?.fileState === '') {
    return [{ id: 'install', title: `○ ${t('not installed')}` }, { id: 'install', title: t('Install…') }, more];
  }
  if (template) {
    const title = templateText(template.instances);
    return [{ id: 'instances', title }, { id: 'start', title: t('Start an instance…') }, more];
  }
  const state = states.of(uri);
  if (!state) return [];
  const relation = fileRelation(uri, state);
  const [first, ...rest] = offers(state, relation, uri.path);
  const shown = {
    // A unit that is not installed has no status, so the state itself opens *Install…*.
    id: first?.id === 'install' ? 'install' : 'status',
    title: stateText(state, Date.now(), relation),
    tooltip: [unit.text, stateDetail(state, Date.now(), relation)].join('\n'),
  };
  return [shown, ...(first ? [first] : []), ...rest, more];
}
