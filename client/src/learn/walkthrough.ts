import * as vscode from 'vscode';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';

/** Opens copies of the examples, so that the originals stay unchanged. */
export const walkthrough = featureWithCommands({
  commands: {
    openExample: { title: t('Open Example…'), when: 'desktop', menus: { learn: '1_learn@2' } },
    openWalkthrough: { title: t('Get Started'), when: 'desktop', menus: { learn: '1_learn@3' } },
  },
  start: ({ context }: Services) => ({
    run: {
      openExample: (name?: unknown) => openExample(name, context),
      openWalkthrough: () =>
        vscode.commands.executeCommand(
          'workbench.action.openWalkthrough',
          `${context.extension.id}#systemdUnits.start`,
          false,
        ),
    },
  }),
});

async function openExample(name: unknown, context: vscode.ExtensionContext): Promise<void> {
  const examples = vscode.Uri.joinPath(context.extensionUri, 'examples');
  const chosen = typeof name === 'string' ? name : await chooseExample(examples);
  if (chosen === undefined || !isPlainName(chosen)) return;
  const source = vscode.Uri.joinPath(examples, chosen);
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'examples');
  const copy = vscode.Uri.joinPath(folder, chosen);
  await vscode.workspace.fs.createDirectory(folder);
  // A changed copy is not overwritten.
  await vscode.workspace.fs.copy(source, copy, { overwrite: false }).then(undefined, () => undefined);
  await vscode.window.showTextDocument(copy, { preview: false });
}

const isPlainName = (name: string): boolean => /^[\w@.-]+$/.test(name) && !name.startsWith('.');

async function chooseExample(folder: vscode.Uri): Promise<string | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const units = entries.flatMap(([name, type]) =>
    type === vscode.FileType.File && /\.\w+$/.test(name) && !name.endsWith('.md') ? [name] : [],
  );
  return await vscode.window.showQuickPick(units.sort(), {
    title: t('Open Example'),
    placeHolder: t('A unit file with explanations in comments'),
  });
}
