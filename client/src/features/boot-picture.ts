import * as vscode from 'vscode';
import { bootPictureRequest } from '../../../server/src/protocol/requests.ts';
import type { Feature } from '../feature.ts';
import { activeFile } from '../machine/target.ts';
import { registerReading } from './manual-pages.ts';
import { openReading, type ReadingText, rewritten } from './reading-room.ts';

const BEGINNING = 'boot of ';

/** Where the unit stands between the start of the machine and the login. */
export const bootPicture: Feature = ({ client }) => {
  const drawn = new Map<string, ReadingText>();
  return vscode.Disposable.from(
    registerReading(BEGINNING, async (name) => drawn.get(name)),
    vscode.commands.registerCommand('systemdUnits.bootPicture', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      await vscode.workspace.openTextDocument(uri);
      const found = await client.sendRequest(bootPictureRequest, { uri: uri.toString() });
      if (!found) return;
      const name = `${BEGINNING}${found.unit}`;
      drawn.set(name, found);
      rewritten(name);
      await openReading(name);
    }),
  );
};
