import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { quadletGenerator } from '../systemd/install-paths.ts';
import type { Manager, Target } from '../systemd/unit-of-file.ts';
import { isKnown } from './installation-files.ts';

/** Whether Podman's generator is here; says so if it is not. Of another machine nothing is known. */
export function hasGenerator(manager: Manager): boolean {
  const settings = vscode.workspace.getConfiguration('systemdUnits');
  if (settings.get('host') || settings.get('machine') || existsSync(quadletGenerator(manager))) return true;
  vscode.window.showErrorMessage(
    t(
      'Podman is not installed here: its generator, {0}, makes services of Quadlet files when systemd is reloaded. Install the package podman first.',
      quadletGenerator(manager),
    ),
  );
  return false;
}

/** After the reload: what the generator said, if it made no service. */
export async function explainMissingService(target: Target): Promise<void> {
  if (await isKnown(target, target.name)) return;
  const { stdout } = await query({
    program: 'journalctl',
    args: [
      '--boot',
      '--no-pager',
      '--output=cat',
      '--lines=5',
      '--identifier=quadlet-generator',
      '--identifier=podman-user-generator',
    ],
  });
  const said = stdout.trim();
  vscode.window.showErrorMessage(
    said === ''
      ? t('Podman made no {0} of this file. The problems in the editor say why.', target.name)
      : t('Podman made no {0} of this file: {1}', target.name, said.split('\n').at(-1)!),
  );
}
