import * as vscode from 'vscode';
import { UNIT_FILES } from '../../../server/src/index.ts';
import type { ManagerChoice } from '../machine/manager-choice.ts';
import { executionTarget, query } from '../machine/query.ts';
import { instancesPattern, parseShow, show } from '../systemd/systemctl-show.ts';
import { unavailableManager } from '../systemd/unavailable-manager.ts';
import {
  type Answers,
  isTemplateName,
  type ListedUnit,
  listedFiles,
  listProperties,
  sortUnits,
} from '../systemd/unit-list.ts';
import { type Manager, type Target, unitOfFile } from '../systemd/unit-of-file.ts';
import { type UnitState, unitState } from '../systemd/unit-state.ts';

/** Limits for queries about many units at once. */
export const LARGE_ANSWER = { timeout: 15_000, bytes: 32 << 20, utc: true };

const MOST_FILES = 200;

/** The units of the files in the workspace, including templates and units of the user manager. */
export async function workspaceUnits(managers: ManagerChoice): Promise<ListedUnit[]> {
  const files = await vscode.workspace.findFiles(UNIT_FILES, '**/node_modules/**', MOST_FILES);
  const targets = files.flatMap((uri): Target[] => {
    const file = unitOfFile(uri.path);
    if (!('unit' in file) || uri.scheme !== 'file') return [];
    return [{ name: file.unit.text, kind: file.unit.kind, manager: managers.of(uri), path: uri.fsPath }];
  });
  const listed: ListedUnit[] = [];
  for (const manager of ['system', 'user'] as const) {
    const own = targets.filter((target) => target.manager === manager);
    if (own.length > 0) listed.push(...listedFiles(own, await answers(manager, own)));
  }
  return sortUnits(listed);
}

async function answers(manager: Manager, targets: readonly Target[]): Promise<Answers> {
  const names = [...new Set(targets.map(({ name }) => name))];
  const [templates, units] = [names.filter(isTemplateName), names.filter((name) => !isTemplateName(name))];
  const asked = units.length > 0 ? await ask(manager, units) : { states: [], stderr: '' };
  // The answer for an alias has the name of its unit, so answers are matched by their order.
  const states = new Map(units.flatMap((name, index) => (asked.states[index] ? [[name, asked.states[index]]] : [])));
  const instances = new Map<string, readonly UnitState[]>();
  let { stderr } = asked;
  for (const name of templates) {
    const found = await ask(manager, [instancesPattern(name)]);
    if (found.code === 0) instances.set(name, found.states);
    else stderr = found.stderr;
  }
  const isSilent = states.size + instances.size === 0;
  return {
    states,
    instances,
    unavailable: isSilent ? unavailableManager(manager, stderr, executionTarget()).short : undefined,
  };
}

async function ask(manager: Manager, names: readonly string[]) {
  const { code, stdout, stderr } = await query(show(manager, listProperties, names), LARGE_ANSWER);
  return { code, states: parseShow(stdout).map(unitState), stderr };
}
