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
  // Files in a folder refer to each other: all of them come along.
  const folder = chosen.includes('/') ? chosen.slice(0, chosen.indexOf('/')) : '';
  const names = folder === '' ? [chosen] : await namesIn(vscode.Uri.joinPath(examples, folder));
  const copies = vscode.Uri.joinPath(context.globalStorageUri, 'examples');
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(copies, folder));
  // A changed copy is not overwritten.
  for (const each of names.map((own) => (folder === '' ? own : `${folder}/${own}`)))
    await vscode.workspace.fs
      .copy(vscode.Uri.joinPath(examples, each), vscode.Uri.joinPath(copies, each), { overwrite: false })
      .then(undefined, () => undefined);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(copies, chosen), { preview: false });
}

/** A file of the examples, or of a folder among them. */
const isPlainName = (name: string): boolean => /^(?:\w+\/)?[\w@-][\w@.-]*$/.test(name);

/** Quadlet files, which are in a folder of their own. */
const QUADLETS = 'quadlets';

async function chooseExample(folder: vscode.Uri): Promise<string | undefined> {
  const quadlets = await namesIn(vscode.Uri.joinPath(folder, QUADLETS));
  const units = [...(await namesIn(folder)), ...quadlets.map((name) => `${QUADLETS}/${name}`)];
  return await vscode.window.showQuickPick(units.sort(), {
    title: t('Open Example'),
    placeHolder: t('A unit file with explanations in comments'),
  });
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.flatMap(([name, type]) =>
    type === vscode.FileType.File && /\.\w+$/.test(name) && !name.endsWith('.md') ? [name] : [],
  );
}
