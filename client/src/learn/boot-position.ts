import * as vscode from 'vscode';
import { bootPictureRequest } from '../../../server/src/protocol/requests.ts';
import type { Feature } from '../feature.ts';
import { activeFile } from '../machine/target.ts';
import { type ManualText, openManualText, textChanged } from './manual-file-system.ts';
import { registerManualText } from './manual-pages.ts';

const BEGINNING = 'boot of ';

/** Where the unit stands between the start of the machine and the login. */
export const bootPicture: Feature = ({ client }) => {
  const drawn = new Map<string, ManualText>();
  return vscode.Disposable.from(
    registerManualText(BEGINNING, async (name) => drawn.get(name)),
    vscode.commands.registerCommand('systemdUnits.bootPicture', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      await vscode.workspace.openTextDocument(uri);
      const found = await client.sendRequest(bootPictureRequest, { uri: uri.toString() });
      if (!found) return;
      const name = `${BEGINNING}${found.unit}`;
      drawn.set(name, found);
      textChanged(name);
      await openManualText(name);
    }),
  );
};
