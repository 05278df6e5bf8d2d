import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { standingOf } from '../machine/standing.ts';
import type { UnitStates } from '../machine/unit-states.ts';
import { withoutIcons } from '../operate/icons.ts';
import { type Offer, offers, stateText, templateText } from '../operate/state-text.ts';
import { unitOfFile } from '../operate/unit-of-file.ts';
import type { UnitState } from '../operate/unit-state.ts';
import { setting } from '../settings.ts';

/** The unit at one click, above the first line of its file: its state, and what may be done about it. */
export const codeLens: Feature = ({ states }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses({ uri }) {
      const file = unitOfFile(uri.path);
      if (!setting('codeLens.enabled', uri) || !('unit' in file)) return [];
      const top = new vscode.Range(0, 0, 0, 0);
      return offersFor(uri, states, file.unit.instance === '').map(
        ({ id, title }) =>
          new vscode.CodeLens(top, { title: withoutIcons(title), command: `systemdUnits.${id}`, arguments: [uri] }),
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider),
    states.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('systemdUnits.codeLens')) changed.fire();
    }),
  );
};

const more: Offer = { id: 'more', title: '⋯' };
/** Offered where nothing may be run: pressing them says why. */
const plain: readonly Offer[] = [
  { id: 'start', title: t('Start') },
  { id: 'stop', title: t('Stop') },
  { id: 'restart', title: t('Restart') },
  { id: 'status', title: t('Status') },
  { id: 'journal', title: t('Logs') },
];
/** What needs no answer of the unit's manager. */
const unheard: readonly Offer[] = [
  { id: 'verify', title: t('Verify') },
  { id: 'journalView', title: t('Logs') },
];
/** What needs no running systemd, only its tools. */
const offline: readonly Offer[] = [{ id: 'verify', title: t('Verify') }, more];

function offersFor(uri: vscode.Uri, states: UnitStates, isTemplate: boolean): readonly Offer[] {
  if (states.obstacle === 'untrusted') return plain;
  if (states.obstacle === 'missing') return [];
  if (states.obstacle === 'not-booted') return offline;
  const silence = states.silenceOf(uri);
  if (silence) return [{ id: 'silence', title: `○ ${silence.short}` }, ...unheard, more];
  if (isTemplate) return templateOffers(states.instancesOf(uri));
  const state = states.of(uri);
  if (!state) return [];
  const standing = standingOf(uri, state);
  const text = stateText(state, Date.now());
  const title = standing === 'elsewhere' ? `${text} · ${t('from {0}', state.fragment)}` : text;
  return [{ id: 'status', title }, ...offers(state, standing), more];
}

function templateOffers(instances: readonly UnitState[]): readonly Offer[] {
  return [{ id: 'instances', title: templateText(instances) }, { id: 'start', title: t('Start an instance…') }, more];
}
