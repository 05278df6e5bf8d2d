import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { executionTarget, query } from '../machine/query.ts';
import { realPath } from '../machine/query-unit.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { type EnablePlan, enablePlan, isCritical } from '../systemd/enable-plan.ts';
import { copy } from '../systemd/install-paths.ts';
import { type InstallOffer, installOffer } from '../systemd/install-section-offer.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import type { Question } from './run-action.ts';

/** Disabling undoes enabling, so the user is asked only if it has no effect or may prevent the boot. */
export async function enablingHarm(target: Target): Promise<Question | undefined> {
  const files = await installedFiles(target);
  const texts = files.flatMap((path) => readIfThere(path) ?? []);
  // systemctl reports unreadable files itself.
  if (texts.length === 0) return undefined;
  const plan = enablePlan(target.name, texts, target.manager);
  if (plan.links.length === 0 && plan.also.length === 0) return questionOfNothing(target, files[0]!, texts);
  return questionOfBoot(target.name, plan);
}

function questionOfBoot(name: string, { requiredBy }: EnablePlan): Question | undefined {
  const dependent = requiredBy.filter(isCritical);
  if (dependent.length === 0) return undefined;
  return {
    text: t('Enable {0}?', name),
    detail: t(
      'RequiredBy= makes {0} depend on {1}: if {1} fails, the machine does not start up as usual. With WantedBy= it would.',
      dependent.join(', '),
      name,
    ),
    accept: t('Enable'),
  };
}

async function questionOfNothing(target: Target, fragment: string, installed: readonly string[]): Promise<Question> {
  const offer = await offerFor(target, fragment, installed);
  return {
    text: t('Enabling {0} does nothing.', target.name),
    detail: [whyNothing(target.name), ...(offer ? [offer.detail] : [])].join('\n\n'),
    accept: t('Enable Anyway'),
    remedy: offer && { button: offer.button, apply: () => carryOut(target, offer) },
  };
}

const whyNothing = (name: string): string =>
  name.includes('@.')
    ? t('It is a template without DefaultInstance=. Enable an instance of it, or add DefaultInstance=.')
    : t(
        'It has no [Install] section that names the units to start it with. Add WantedBy=, or have another unit start it.',
      );

/** Undefined for another machine, whose files are not changed. */
async function offerFor(target: Target, fragment: string, installed: readonly string[]) {
  const path = target.path || fragment;
  if (executionTarget().host !== '' || executionTarget().machine !== '' || readIfThere(path) === undefined)
    return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  const isSame = realPath(path) === realPath(fragment);
  const edited = { edited: document.getText(), isDirty: document.isDirty };
  return installOffer({ ...target, path }, { fragment, isSame, installed, ...edited });
}

/** Writes, saves and copies. Resolves to true if systemctl will find the [Install] section. */
async function carryOut({ name }: Target, { path, text, copy: to }: InstallOffer): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  if (text !== '' && !(await append(document, text))) return false;
  await document.save();
  // save() returns false for a file that auto-save has just saved, so its result does not count.
  if (document.isDirty) return false;
  return to === undefined || (await runInTerminal({ label: t('copy {0}', name), command: copy(path, to) })) === 0;
}

async function append(document: vscode.TextDocument, text: string): Promise<boolean> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, end, text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const last = document.positionAt(document.getText().length);
  // Shows what was written; one undo reverts it.
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  editor.revealRange(new vscode.Range(end, last));
  return true;
}

/** The files of the unit as the manager finds them, its fragment first; they need not be the one being edited. */
async function installedFiles({ manager, name, path }: Target): Promise<readonly string[]> {
  const [properties] = parseShow((await query(show(manager, ['FragmentPath', 'DropInPaths'], [name]))).stdout);
  const text = (property: string) => properties?.get(property)?.[0] ?? '';
  const fragment = text('FragmentPath');
  // systemctl shows no template.
  if (fragment === '') return path === '' || path.includes('.d/') ? [] : [path];
  return [fragment, ...text('DropInPaths').split(' ').filter(Boolean)];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
