import { faultAt, quoted } from '../consequence.ts';
import { nameOf, problem, whole } from '../problem.ts';
import { byteLength } from '../resolve.ts';
import type { ValueType } from '../value-type.ts';
import { controllersOf } from './controllers.ts';
import { delegationProblem } from './delegate.ts';

/** `DelegateSubgroup=`: a name that `cg_needs_escape()` of src/basic/cgroup-util.c lets pass as it is. */
export const delegateSubgroup: ValueType = {
  parsers: ['config_parse_delegate_subgroup'],
  repeats: 'replaces',
  check(text, context) {
    const misplaced = delegationProblem(text, context);
    if (misplaced.length > 0 || text === '') return misplaced;
    const fault = groupNameFault(text, context.version);
    if (fault) {
      const what = `${nameOf(context)} takes the name of a control group, and ${quoted(text)} ${fault}`;
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    if (!/%[A-Za-z]/.test(text)) return [];
    const message = `systemd replaces no specifiers in ${nameOf(context)}; the group will be called ${quoted(text)}.`;
    return [problem(whole(text), 'value-ineffective', message, { severity: 'info' })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [{ label: 'supervisor', kind: 'value', detail: 'a name for the group of the main process' }],
  }),
};

function groupNameFault(name: string, version: number): string | undefined {
  if (name === '.' || name === '..' || name.includes('/') || byteLength(name) > 255) return 'is not a file name';
  if (/^[._]/.test(name)) return `begins with ${quoted(name.charAt(0))}`;
  if (['tasks', 'notify_on_release', 'release_agent'].includes(name)) return 'is a file of every control group';
  const dot = name.indexOf('.');
  const prefix = name.slice(0, dot);
  if (dot < 0) return undefined;
  if (prefix === 'cgroup' || controllersOf(version).some((controller) => controller.name === prefix)) {
    return `begins with "${prefix}.", as files of control groups do`;
  }
  return undefined;
}
