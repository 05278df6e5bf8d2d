import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { ownFolder, programPath } from '../machine/process.ts';
import { obstacle, resolveCommand } from '../machine/query.ts';
import { type TaskDefinition, taskCommand, taskName } from '../systemd/task-definition.ts';
import { unitOfFile } from '../systemd/unit-of-file.ts';

/** Units as tasks: to be bound to keys, and to come before or after others in tasks.json. */
export const taskProvider: Feature = ({ managers }) =>
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
  });

/** Definitions reach the program as they stand; those that make no sense are left unresolved, which VS Code says. */
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
