import * as vscode from 'vscode';
import { isTemplate, parseUnitName } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { createMadeNames } from '../systemd/made-names.ts';
import { instantiate, type Target, type UnitName, type UnitOfFile, unitOfFile } from '../systemd/unit-of-file.ts';
import type { ManagerChoice } from './manager-choice.ts';

/** The file a command was asked for: the one clicked in a menu or lens, else the one being edited. */
export function activeFile(argument: unknown): vscode.Uri | undefined {
  return isFile(argument) ? argument : vscode.window.activeTextEditor?.document.uri;
}

/** What the language server says of the files in visible editors. */
export const madeNames = createMadeNames();

/** The unit of a file, as what an editor shows of it has it, and the drop-ins around it. */
export function unitOf(uri: vscode.Uri): UnitOfFile {
  const file = unitByText(uri);
  return 'unit' in file ? { ...file, unit: madeNames.of(uri.toString(), file.unit) } : file;
}

/** The same without drop-ins. */
export const unitByText = (uri: vscode.Uri): UnitOfFile =>
  unitOfFile(
    uri.path,
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText(),
  );

/** Commands in the title bar of a webview get the URI of the webview. */
const isFile = (argument: unknown): argument is vscode.Uri =>
  argument instanceof vscode.Uri && argument.scheme !== 'webview-panel';

export interface TargetOptions {
  readonly managers: ManagerChoice;
  readonly tabs: UnitTabs;
  readonly takesTemplate?: boolean | undefined;
}

/** The unit a command is about; asks for the instance of a template. Undefined if there is none. */
export async function targetOf(argument: unknown, options: TargetOptions): Promise<Target | undefined> {
  const target = isTargetHolder(argument) ? argument.target : targetOfFile(argument, options);
  const unit = target && parseUnitName(target.name);
  if (!unit || !isTemplate(unit) || options.takesTemplate) return target;
  const instance = await askInstance(unit);
  return instance && { ...target, name: instance.text };
}

function targetOfFile(argument: unknown, { managers, tabs }: TargetOptions): Target | undefined {
  if (!isFile(argument) && tabs.focused) return tabs.focused;
  const uri = activeFile(argument);
  if (!uri) {
    return refuse(
      t(
        'Open a unit file first: this command acts on the unit in the active editor. Commands such as "Start Unit…" take any unit.',
      ),
    );
  }
  if (uri.scheme !== 'file') return refuse(t('First save the unit as a file on the machine that runs it.'));
  const file = unitOf(uri);
  if ('refusal' in file) return refuse(file.refusal);
  return { name: file.unit.text, kind: file.unit.kind, manager: managers.of(uri), path: uri.fsPath };
}

/** What views pass to commands. */
export interface TargetHolder {
  readonly target: Target;
}

export const isTargetHolder = (argument: unknown): argument is TargetHolder =>
  typeof argument === 'object' && argument !== null && 'target' in argument;

async function askInstance(template: UnitName): Promise<UnitName | undefined> {
  const answer = await vscode.window.showInputBox({
    title: t('Instance of {0}', template.text),
    prompt: t(
      '{0} is a template. Its instance is called {1}; %i in the file stands for NAME.',
      template.text,
      `${template.prefix}@NAME.${template.kind}`,
    ),
    placeHolder: t('NAME'),
    validateInput: (text) => {
      const unit = instantiate(template, text);
      return 'refusal' in unit ? unit.refusal : undefined;
    },
  });
  const unit = answer === undefined ? undefined : instantiate(template, answer);
  return unit && 'text' in unit ? unit : undefined;
}

function refuse(message: string): undefined {
  vscode.window.showWarningMessage(message);
}

/** Tabs about a unit other than its file. While one has the focus, commands act on its unit. */
export interface UnitTabs extends vscode.Disposable {
  /** The unit of the tab that has the focus. */
  readonly focused: Target | undefined;
  add(panel: vscode.WebviewPanel, target: Target): void;
  readonly onDidChange: vscode.Event<void>;
}

export function unitTabs(): UnitTabs {
  const changed = new vscode.EventEmitter<void>();
  const panels = new Map<vscode.WebviewPanel, Target>();
  return {
    onDidChange: changed.event,
    get focused() {
      return [...panels].find(([panel]) => panel.active)?.[1];
    },
    add(panel, target) {
      panels.set(panel, target);
      panel.onDidChangeViewState(() => changed.fire());
      panel.onDidDispose(() => {
        panels.delete(panel);
        changed.fire();
      });
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
