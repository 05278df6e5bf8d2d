import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, serverReady, uriOf } from './helpers.ts';

/** Settles when the active editor shows a file of this name. */
const shows = async (name: string): Promise<vscode.Uri> => {
  const [found] = await eventually(async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri?.path.endsWith(`/${name}`) ? [uri] : [];
  });
  return found!;
};

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('links to units', () => {
  before(async () => {
    // A person is asked whether the link may be opened; tests are asked nothing.
    await vscode.workspace
      .getConfiguration('extensions')
      .update('confirmedUriHandlerExtensionIds', [extension().id], vscode.ConfigurationTarget.Global);
    await serverReady();
  });
  beforeEach(closeAll);

  const openLink = (rest: string) =>
    vscode.commands.executeCommand(
      'vscode.open',
      vscode.Uri.parse(`${vscode.env.uriScheme}://systemd-units.systemd-units${rest}`),
    );

  it('from elsewhere open a unit of the workspace by its name', async () => {
    await openLink('/open?unit=backup.timer');
    assert.equal((await shows('backup.timer')).toString(), uriOf('backup.timer').toString());
  });

  it('from elsewhere open the template of an instance', async () => {
    await openLink('/open?unit=worker%40a.service');
    await shows('worker@.service');
  });
});
