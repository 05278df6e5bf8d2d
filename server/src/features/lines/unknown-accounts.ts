import { LINE_RULES } from '../../dialects/lines/problems.ts';
import { type LazyFinding, resolvedFinding } from '../../engine/lazy-finding.ts';
import { contextOfLines } from '../../engine/lines/judged-lines.ts';
import type { JudgedLines } from '../../engine/lines/line-dialect.ts';
import type { MachineKnowledge } from '../machine-findings.ts';

/**
 * Users and groups that the machine or image does not have, and that no line of its sysusers.d makes. Only of files that are surely
 * for it, and as information: a package may make them when it is installed.
 */
export function unknownAccounts(file: JudgedLines, machine: MachineKnowledge | undefined): LazyFinding[] {
  const place = machine?.target === 'image' ? 'in this image' : 'on this machine';
  if (!machine?.target || machine.users.size === 0) return [];
  const { source, dialect } = file;
  const context = contextOfLines(file);
  return file.lines.flatMap(({ start, line }) => {
    if (line.problems.some(({ severity }) => severity === 'error')) return [];
    return (dialect.references?.(line, context) ?? []).flatMap((reference): LazyFinding[] => {
      const { type, target, without } = reference;
      if (without === undefined || (type !== 'user' && type !== 'group') || /^\d+$/.test(target)) return [];
      const known = type === 'user' ? machine.users : machine.groups;
      if (known.has(target)) return [];
      const message = `There is no ${type} "${target}" ${place}, and no line of sysusers.d makes one; ${without}.`;
      const span = { start: start + reference.start, end: start + reference.end };
      return [resolvedFinding({ ...span, rule: LINE_RULES.account, severity: 'info', message, source })];
    });
  });
}
