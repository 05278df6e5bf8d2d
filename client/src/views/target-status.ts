import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { targetsChanged, targetsRequest, trustGranted } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';

/** Shows in the language status of the editor which systems the unit is checked for, and lets the user choose others. */
export const targetStatus = featureWithCommands({
  commands: { chooseTargets: { title: t('Choose Target Systems…'), when: 'text', menus: { edit: '3_targets@1' } } },
  start: ({ client }: EditingServices) => ({
    ends: [statusItem(client)],
    run: {
      async chooseTargets(argument?: unknown) {
        const uri = activeFile(argument);
        if (uri) await chooseTargets(client, uri);
      },
    },
  }),
});

const PROJECT = '.systemd-units.json';

async function chooseTargets(client: BaseLanguageClient, uri: vscode.Uri): Promise<void> {
  const project = await projectThatDecides(uri);
  if (project) {
    await vscode.window.showTextDocument(project);
    return;
  }
  const answer = await ask(client, uri);
  if (!answer) return;
  const picked = await vscode.window.showQuickPick(
    answer.choices.map(({ isChosen: isPicked, ...choice }) => ({ ...choice, picked: isPicked })),
    {
      canPickMany: true,
      matchOnDescription: true,
      title: t('Which systems is this unit written for?'),
      placeHolder: t('None: systemd of this machine'),
    },
  );
  if (!picked) return;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const words = picked.map(({ word }) => word);
  await vscode.workspace
    .getConfiguration('systemdUnits', uri)
    .update(
      'targets',
      words.length > 0 ? words : undefined,
      folder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global,
    );
}

/** The settings of a project count before those of the editor. */
async function projectThatDecides(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  const file = vscode.Uri.joinPath(folder.uri, PROJECT);
  const text = await vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  return /"(?:targets|systemdVersion)"\s*:/.test(text) ? file : undefined;
}

const ask = (client: BaseLanguageClient, uri: vscode.Uri) =>
  client.sendRequest(targetsRequest, { uri: client.code2ProtocolConverter.asUri(uri) });

function statusItem(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('systemdUnits.targets', { language: 'systemd' });
  item.name = t('systemd targets');
  item.text = t('systemd targets');
  item.command = { title: t('Change'), command: 'systemdUnits.chooseTargets' };
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'systemd') return;
    // A server that is about to end has nothing to say.
    const answer = await ask(client, document.uri).catch(() => null);
    if (!answer) return;
    item.text = t('For {0}', answer.text);
    item.detail = answer.notes.join(' ');
    item.severity =
      answer.notes.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  };
  void update();
  return vscode.Disposable.from(
    item,
    client.onNotification(targetsChanged, () => void update()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustGranted)),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
  );
}
