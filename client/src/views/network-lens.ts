import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { setting } from '../settings.ts';
import { type NetworkFile, networkFileOf } from '../systemd/network-file.ts';

const ofNetworks = [
  ['linkStatus', t('Status of links')],
  ['networkReload', t('Reload')],
  ['linkReconfigure', t('Reconfigure…')],
] as const;

const lenses: Readonly<Record<NetworkFile['kind'], readonly (readonly [id: string, title: string])[]>> = {
  network: ofNetworks,
  netdev: ofNetworks,
  link: [
    ['linkTest', t('Test…')],
    ['linkStatus', t('Status of links')],
  ],
  nspawn: [
    ['containerStatus', t('Status')],
    ['containerStart', t('Start')],
    ['containerShell', t('Shell')],
    ['containerPoweroff', t('Power off')],
  ],
};

/** What can be done with a file of a network, device, link or container, above its first line. */
export const networkLens = feature(({ states }) => {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const { uri } = document;
      // Where systemd does not run, its links and containers are nobody's.
      const isOut = states.obstacle === 'missing' || states.obstacle === 'not-booted';
      if (isOut || !setting('codeLens.enabled', uri)) return [];
      const file = networkFileOf(uri.path, document.getText());
      const top = new vscode.Range(0, 0, 0, 0);
      return (file ? lenses[file.kind] : []).map(
        ([id, title]) => new vscode.CodeLens(top, { title, command: `systemdUnits.${id}`, arguments: [uri] }),
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
});
