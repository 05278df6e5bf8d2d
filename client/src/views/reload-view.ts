import * as vscode from 'vscode';
import { aliasesAmong, askLoaded, askRelations, askRunning } from '../../../server/src/index.ts';
import { outdatedRequest, type ReloadParams, reloadRequest } from '../../../server/src/protocol/requests.ts';
import { placeLinks } from '../actions/place-links.ts';
import { showReport } from '../actions/report.ts';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { machineAsker } from '../machine/asker.ts';
import { activeFile } from '../machine/target.ts';
import { checkTrusted } from '../machine/terminal.ts';
import type { Manager } from '../systemd/unit-of-file.ts';

const SCHEME = 'systemd-reload';

const TITLE = t('Show What Daemon-Reload Would Change');

/** What daemon-reload would change, as a read-only text: per property what the manager has beside what the files give. */
export const reloadView = featureWithCommands({
  commands: {
    reloadChanges: { title: TITLE, when: 'machine', menus: { enable: '3_manager@1', view: '1_manager@2' } },
  },
  start(services: Services) {
    const changed = new vscode.EventEmitter<vscode.Uri>();
    return {
      run: {
        reloadChanges: async (argument?: unknown) => {
          if (checkTrusted(TITLE)) await show(services.managers.of(activeFile(argument)), changed);
        },
      },
      ends: [
        changed,
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
          onDidChange: changed.event,
          provideTextDocumentContent: ({ query }) => changesOf(query === 'user' ? 'user' : 'system', services),
        }),
        placeLinks(SCHEME),
      ],
    };
  },
});

async function show(manager: Manager, changed: vscode.EventEmitter<vscode.Uri>): Promise<void> {
  const title = manager === 'user' ? t('What daemon-reload would change (user)') : t('What daemon-reload would change');
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${title}`, query: manager });
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  const document = await vscode.workspace.openTextDocument(uri);
  if (isOpen) changed.fire(uri);
  await showReport(document);
}

/** More units than that nobody compares. */
const MOST_UNITS = 200;

async function changesOf(manager: Manager, { client }: Services): Promise<string> {
  const asker = machineAsker();
  const loaded = await askLoaded(asker.ask, manager);
  if (loaded.length === 0) return t('The manager does not answer.');
  const names = await client.sendRequest(outdatedRequest, { manager, loaded });
  if (names.length === 0) return t('No files changed since the manager read them.');
  const relations = await askRelations(asker.ask, names.slice(0, MOST_UNITS), manager);
  const shown: ReloadParams['shown'][number][] = [];
  for (const name of names.slice(0, MOST_UNITS)) {
    const found = await askRunning(asker.ask, name, manager);
    const given = relations.get(name);
    if (!found) continue;
    shown.push({
      name,
      unit: Object.fromEntries(found.unit),
      bare: Object.fromEntries(found.bare),
      ...(given && { relations: Object.fromEntries(given) }),
    });
  }
  const answer = await client.sendRequest(reloadRequest, {
    manager,
    version: await asker.version(),
    aliases: Object.fromEntries(aliasesAmong(loaded)),
    shown,
  });
  return answer?.text ?? t('The manager does not answer.');
}
