import * as vscode from 'vscode';
import { parseUnitName } from '../../../server/src/index.ts';
import { unitAction } from '../actions/unit-actions.ts';
import { feature } from '../feature.ts';
import { ownFolder, programPath } from '../machine/process.ts';
import { obstacle, resolveCommand } from '../machine/query.ts';
import { type Command, daemonReload } from '../systemd/command.ts';
import { type Manager, unitOfFile } from '../systemd/unit-of-file.ts';

/** Units as tasks, for key bindings and for dependencies between tasks in tasks.json. */
export const taskProvider = feature(({ managers }) =>
  vscode.tasks.registerTaskProvider('systemd', {
    async provideTasks() {
      if (await obstacle()) return [];
      const files = await vscode.workspace.findFiles('**/*.{service,socket,timer,path}', '**/node_modules/**', 50);
      return files.flatMap((uri) => {
        const file = unitOfFile(uri.path);
        if (!('unit' in file) || file.unit.instance === '') return [];
        const common = { type: 'systemd', unit: file.unit.text, scope: managers.of(uri) };
        return ['start', 'stop', 'restart', 'journalFollow'].flatMap((action) => toTask({ ...common, action }) ?? []);
      });
    },
    resolveTask: (task) => toTask(task.definition, task),
  }),
);

/** VS Code reports definitions that are left unresolved. */
function toTask(definition: TaskDefinition, given?: vscode.Task): vscode.Task | undefined {
  if (!vscode.workspace.isTrusted) return undefined;
  const command = taskCommand(definition);
  const argv = command && resolveCommand(command);
  if (!argv || 'refusal' in argv) return undefined;
  const program = programPath(argv.program);
  if (program === undefined) return undefined;
  const execution = new vscode.ProcessExecution(program, [...argv.args], { cwd: ownFolder });
  const scope = given?.scope ?? vscode.TaskScope.Workspace;
  const matchers = argv.args.includes('verify') ? ['$systemd-analyze', '$systemd-analyze-unit'] : [];
  return new vscode.Task(definition, scope, given?.name ?? taskName(definition), 'systemd', execution, matchers);
}

/** What `"type": "systemd"` takes in tasks.json: an action on a unit, or a command line of our own. */
export interface TaskDefinition {
  readonly type: string;
  readonly action?: string;
  readonly unit?: string;
  readonly scope?: Manager;
  readonly program?: string;
  readonly args?: readonly string[];
}

/** Actions that need the unit's name only. */
export const taskActions = [
  'start',
  'stop',
  'restart',
  'reload',
  'status',
  'enable',
  'disable',
  'cat',
  'journal',
  'journalFollow',
];

const programs: readonly string[] = ['systemctl', 'journalctl', 'systemd-analyze'] satisfies Command['program'][];

/** The command of a task; undefined for an invalid definition. */
export function taskCommand({ action, unit, scope, program, args }: TaskDefinition): Command | undefined {
  const manager = scope === 'user' ? 'user' : 'system';
  if (action === 'daemon-reload') return daemonReload(manager);
  if (action !== undefined) {
    const name = parseUnitName(unit ?? '');
    const found = taskActions.includes(action) ? unitAction(action) : undefined;
    return name && found?.commands({ name: name.text, kind: name.kind, manager, path: '' })[0];
  }
  if (!program || !programs.includes(program) || !args?.every((word) => typeof word === 'string')) return undefined;
  return { program: program as Command['program'], args };
}

export const taskName = ({ action, unit, scope, program, args }: TaskDefinition): string =>
  action
    ? [action, unit, scope === 'user' ? '(user)' : ''].filter(Boolean).join(' ')
    : [program, ...(args ?? [])].join(' ');
