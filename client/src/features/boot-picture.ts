import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { activeFile } from '../machine/target.ts';
import { registerReading } from './manual-pages.ts';
import { openReading, type ReadingText, rewritten } from './reading-room.ts';

const BEGINNING = 'boot of ';

interface BootPicture extends ReadingText {
  readonly unit: string;
}

/** Where the unit stands between the start of the machine and the login. */
export const bootPicture: Feature = ({ client }) => {
  const drawn = new Map<string, BootPicture>();
  return vscode.Disposable.from(
    registerReading(BEGINNING, async (name) => drawn.get(name)),
    vscode.commands.registerCommand('systemdUnits.bootPicture', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      await vscode.workspace.openTextDocument(uri);
      const found = await client.sendRequest<BootPicture | null>('systemdUnits/bootPicture', { uri: uri.toString() });
      if (!found) return;
      const name = `${BEGINNING}${found.unit}`;
      drawn.set(name, found);
      rewritten(name);
      await openReading(name);
    }),
  );
};
