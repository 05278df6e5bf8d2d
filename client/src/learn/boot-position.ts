import * as vscode from 'vscode';
import { bootPositionRequest } from '../../../server/src/protocol/requests.ts';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import { type ManualText, openManualText, textChanged } from './manual-file-system.ts';
import { registerManualText } from './manual-pages.ts';

const BEGINNING = 'boot of ';

/** Shows where the unit starts between the start of the machine and the login. */
export const bootPosition = featureWithCommands({
  commands: { bootPosition: { title: t('Show Boot Position'), when: 'file', menus: { analyze: '1_unit@4' } } },
  start({ client }: Services) {
    const drawn = new Map<string, ManualText>();
    const bootPosition = async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      await vscode.workspace.openTextDocument(uri);
      const found = await client.sendRequest(bootPositionRequest, { uri: uri.toString() });
      if (!found) return;
      const name = `${BEGINNING}${found.unit}`;
      drawn.set(name, found);
      textChanged(name);
      await openManualText(name);
    };
    return { run: { bootPosition }, ends: [registerManualText(BEGINNING, async (name) => drawn.get(name))] };
  },
});
