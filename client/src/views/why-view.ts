import * as vscode from 'vscode';
import { gatherFacts } from '../../../server/src/index.ts';
import { whyRequest } from '../../../server/src/protocol/requests.ts';
import { onUnit } from '../actions/on-unit.ts';
import { placeLinks } from '../actions/place-links.ts';
import { showReport } from '../actions/report.ts';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { machineAsker } from '../machine/asker.ts';
import { systemctl } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';

const SCHEME = 'systemd-why';

const action = {
  title: t('Why Did It Not Start?'),
  icon: 'question',
  when: 'applicable',
  menus: { unit: '2_look@2', row: '2_look@2' },
  needs: ['trusted', 'systemd'],
  probe: ({ manager, name }: Target) => systemctl(manager, ['show'], [name]),
} as const;

/** Why a unit does not run, as a read-only text: what failed, the lines that matter, what to do next. */
export const whyView = featureWithCommands({
  commands: { why: action },
  start(services: Services) {
    const changed = new vscode.EventEmitter<vscode.Uri>();
    return {
      run: { why: onUnit({ ...action, show: (target) => show(target, changed) }, services) },
      ends: [
        changed,
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
          onDidChange: changed.event,
          provideTextDocumentContent: (uri) => diagnosisOf(uri, services),
        }),
        placeLinks(SCHEME),
      ],
    };
  },
});

async function show({ name, manager }: Target, changed: vscode.EventEmitter<vscode.Uri>): Promise<void> {
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `/${t('{0}: why it did not start', name)}`,
    query: `${manager} ${name}`,
  });
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  const document = await vscode.workspace.openTextDocument(uri);
  // What failed may have failed anew, for another reason.
  if (isOpen) changed.fire(uri);
  await showReport(document);
}

async function diagnosisOf({ query }: vscode.Uri, { client }: Services): Promise<string> {
  const [scope, name = ''] = query.split(' ');
  const manager = scope === 'user' ? 'user' : 'system';
  const asker = machineAsker();
  const facts = await gatherFacts(asker, name, { manager, version: await asker.version() });
  const answer =
    facts.units[0]?.properties.LoadState === undefined ? null : await client.sendRequest(whyRequest, facts);
  return answer?.text ?? t('{0}: the manager does not answer.', name);
}
