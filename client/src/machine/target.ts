import * as vscode from 'vscode';
import { parseUnitName } from '../../../server/src/schema/unit-name.ts';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { instantiate, type UnitName, unitOfFile } from '../operate/unit-of-file.ts';
import type { ManagerChoice } from './manager.ts';

/** The file a command was asked for: the one clicked in a menu or lens, else the one being edited. */
export function activeFile(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
}

/** Works out the unit a command is about, asking only for the instance of a template; undefined when there is none. */
export async function targetOf(
  argument: unknown,
  { managers, takesTemplate }: { managers: ManagerChoice; takesTemplate?: boolean | undefined },
): Promise<Target | undefined> {
  if (isTargetHolder(argument)) return takesTemplate ? argument.target : withInstance(argument.target);
  const uri = activeFile(argument);
  if (!uri) return refuse(t('Open a unit file first: the command is about the unit being edited.'));
  if (uri.scheme !== 'file') return refuse(t('Save the unit as a file on the machine that runs it first.'));
  const file = unitOfFile(uri.path);
  if ('refusal' in file) return refuse(file.refusal);
  const unit = takesTemplate || file.unit.instance !== '' ? file.unit : await askInstance(file.unit);
  if (!unit) return undefined;
  return { name: unit.text, kind: unit.kind, manager: managers.of(uri), path: uri.fsPath };
}

/** Of a template that stands in a view, an instance. */
async function withInstance(target: Target): Promise<Target | undefined> {
  const name = parseUnitName(target.name);
  if (name?.instance !== '') return target;
  const unit = await askInstance(name);
  return unit && { ...target, name: unit.text };
}

/** What rows of views are given to commands as. */
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
