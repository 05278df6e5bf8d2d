import * as vscode from 'vscode';
import type { Services } from '../feature.ts';
import { t } from '../localize.ts';
import { type Manager, unitOfFile } from '../systemd/unit-of-file.ts';
import { mayTry } from './consent.ts';
import type { TrialMarks } from './trial-marks.ts';
import { type TrialSession, type Tried, trialSession } from './trial-session.ts';

const SERVICES = '**/*.service';
const MOST_FILES = 500;

/** The services of the workspace in the Test Explorer: a run of one is a trial, and its mark tells how that came out. */
export function trialTests(services: Services, marks: TrialMarks): vscode.Disposable {
  const controller = vscode.tests.createTestController('systemdUnits.trials', t('systemd Services'));
  const add = (uri: vscode.Uri): void => {
    const name = triedName(uri);
    if (name === undefined) return;
    const item = controller.createTestItem(uri.toString(), name, uri);
    // Where the mark stands in the file.
    item.range = new vscode.Range(0, 0, 0, 0);
    controller.items.add(item);
  };
  const fill = async (): Promise<void> => {
    controller.items.replace([]);
    if (!vscode.workspace.isTrusted) return;
    for (const uri of await vscode.workspace.findFiles(SERVICES, '**/node_modules/**', MOST_FILES)) add(uri);
  };
  controller.resolveHandler = async (item) => (item ? undefined : await fill());
  controller.refreshHandler = fill;
  controller.createRunProfile(
    t('Try'),
    vscode.TestRunProfileKind.Run,
    (request, token) => runTests({ controller, request, token, services, marks }),
    true,
  );
  const watcher = vscode.workspace.createFileSystemWatcher(SERVICES, false, true, false);
  return vscode.Disposable.from(
    controller,
    watcher,
    watcher.onDidCreate((uri) => vscode.workspace.isTrusted && add(uri)),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
    vscode.workspace.onDidGrantWorkspaceTrust(fill),
  );
}

/** Undefined for templates, which only have instances, and for what is not a service itself. */
function triedName(uri: vscode.Uri): string | undefined {
  const file = unitOfFile(uri.path);
  if (uri.scheme !== 'file' || !('unit' in file) || file.role !== 'fragment') return undefined;
  return file.unit.kind === 'service' && file.unit.instance !== '' ? file.unit.text : undefined;
}

interface Running {
  readonly controller: vscode.TestController;
  readonly request: vscode.TestRunRequest;
  readonly token: vscode.CancellationToken;
  readonly services: Services;
  readonly marks: TrialMarks;
}

async function runTests({ controller, request, token, services, marks }: Running): Promise<void> {
  const all: vscode.TestItem[] = [];
  controller.items.forEach((item) => {
    all.push(item);
  });
  const left = new Set(request.exclude ?? []);
  const items = (request.include ?? all).filter((item) => !left.has(item));
  const run = controller.createTestRun(request);
  for (const item of items) run.enqueued(item);
  const sessions = await prepared(run, items, services);
  // All that has to be known is asked at once, before the first trial begins.
  const isAllowed = await mayTry([...sessions.values()]);
  for (const [item, session] of sessions) {
    if (!isAllowed || token.isCancellationRequested) {
      run.skipped(item);
      continue;
    }
    run.started(item);
    const tried = await session.tryOnce({ token });
    if ('refusal' in tried) run.errored(item, new vscode.TestMessage(tried.refusal));
    else {
      marks.set(
        session.plan.files.map(({ path }) => path),
        tried.marks,
      );
      report(run, item, tried);
    }
  }
  run.end();
}

async function prepared(
  run: vscode.TestRun,
  items: readonly vscode.TestItem[],
  { client, managers }: Services,
): Promise<Map<vscode.TestItem, TrialSession>> {
  const sessions = new Map<vscode.TestItem, TrialSession>();
  for (const item of items) {
    const uri = item.uri!;
    const manager: Manager = managers.of(uri);
    const session = await trialSession({ name: item.label, kind: 'service', manager, path: uri.fsPath }, client);
    if ('refusal' in session) run.errored(item, new vscode.TestMessage(session.refusal));
    else sessions.set(item, session);
  }
  return sessions;
}

function report(run: vscode.TestRun, item: vscode.TestItem, { account, marks, text, run: { seconds } }: Tried): void {
  run.appendOutput(`${text.replaceAll('\n', '\r\n')}\r\n`, undefined, item);
  const duration = seconds * 1_000;
  const messages = marks
    .filter(({ isReason }) => isReason)
    .map(({ message, path, line }) => {
      const found = new vscode.TestMessage(`${account.headline}\n${message}`);
      found.location = new vscode.Location(vscode.Uri.file(path), new vscode.Position(line - 1, 0));
      return found;
    });
  if (account.end === 'cancelled') run.skipped(item);
  else if (account.ok) run.passed(item, duration);
  else run.failed(item, messages.length > 0 ? messages : [new vscode.TestMessage(text)], duration);
}
