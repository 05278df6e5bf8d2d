import * as vscode from 'vscode';
import { placeLinks } from '../actions/place-links.ts';
import { showReport } from '../actions/report.ts';
import { t } from '../localize.ts';
import type { Target } from '../systemd/unit-of-file.ts';

const SCHEME = 'systemd-trial';

/** What the last trial of each unit has shown, as a read-only text with what can be done next above it. */
export interface TrialPage extends vscode.Disposable {
  show(target: Target, text: string): Promise<void>;
}

interface Shown {
  readonly target: Target;
  readonly text: string;
}

export function trialPage(): TrialPage {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, Shown>();
  const listeners = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ query }) => shown.get(query)?.text ?? t('This trial is over; run another one.'),
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: SCHEME },
      { provideCodeLenses: ({ uri }) => lensesFor(shown.get(uri.query)) },
    ),
    placeLinks(SCHEME),
  );
  return {
    async show(target, text) {
      const { name } = target;
      shown.set(name, { target, text });
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${t('{0}: trial', name)}`, query: name });
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await showReport(document, { preserveFocus: true });
    },
    dispose: () => listeners.dispose(),
  };
}

function lensesFor(shown: Shown | undefined): vscode.CodeLens[] {
  if (!shown) return [];
  const top = new vscode.Range(0, 0, 0, 0);
  const commands = [
    { title: t('Try again'), command: 'systemdUnits.tryUnit' },
    { title: t('Find the directive by more trials'), command: 'systemdUnits.findDirective' },
    { title: t('Harden by trial…'), command: 'systemdUnits.hardenByTrial' },
  ];
  return commands.map((command) => new vscode.CodeLens(top, { ...command, arguments: [{ target: shown.target }] }));
}
