import type { FileRule, Report } from '../../engine/rule.ts';
import { isEscapedPath } from '../../schema/escape.ts';
import { fileKindOfPath } from '../../schema/file-kind.ts';
import type { UnitName } from '../../schema/unit-name.ts';

/** Kinds that cannot be instantiated; the manager refuses a template of them. */
const SINGLE = ['mount', 'automount', 'swap', 'slice', 'device', 'scope'];

/** Kinds named after a path. */
const OF_PATHS = ['mount', 'automount', 'swap'];

export const unitName: FileRule = {
  id: 'unit-name',
  scope: 'file',
  docs: {
    what: 'A file name that cannot be the name of such a unit.',
    severities: ['error', 'warning'],
    why: 'systemd does not load the file. Names consist of letters, digits and : - _ . \\, with one @ in templates and instances. Mounts, automounts and swaps are named after their path, slices after their parents; none of these can be a template. Nor does systemd read scope units from files.',
    bad: '# my service.service, data@.mount, a--b.slice',
    good: '# my-service.service, data.mount, a-b.slice',
    manual: ['systemd.unit(5)', 'systemd-escape(1)', 'systemd.slice(5)'],
  },
  check(file, report) {
    const { source } = file;
    const { role, unit, kind, isSource } = source.identity;
    if (role !== 'fragment' || isSource || !fileKindOfPath(source.path)) return;
    const name = source.path.split('/').at(-1)!;
    const message = unit
      ? fault(unit)
      : placeholder.test(name)
        ? undefined
        : `"${name}" is not a unit name; systemd does not load this file. A name consists of letters, digits and : - _ . \\, with an @ in templates.`;
    if (message)
      atTop(report, source.tree.sections[0]?.header.textSpan, message, kind === 'scope' ? 'warning' : 'error');
  },
};

/** A name that a build or a deployment tool completes. */
export const placeholder = /\$\{|\{\{|\{%|<%|@[A-Z_]+@/;

function atTop(
  report: Report,
  header: { start: number; end: number } | undefined,
  message: string,
  severity: 'error' | 'warning',
): void {
  report({ ...(header ?? { start: 0, end: 0 }), severity, message });
}

function fault({ text, kind, instance }: UnitName): string | undefined {
  const stem = text.slice(0, -kind.length - 1);
  if (kind === 'scope')
    return 'systemd never reads scope units from files: programs make them at run time. Only drop-ins, in a directory NAME.scope.d, are read.';
  if (instance !== undefined && SINGLE.includes(kind))
    return `${kind === 'automount' ? 'An' : 'A'} ${kind} unit cannot be a template or an instance; systemd refuses to load ${text}.`;
  if (OF_PATHS.includes(kind) && !isEscapedPath(stem)) {
    return `"${stem}" is not a path in escaped form, as the name of a ${kind} unit has to be; systemd refuses to load this unit. Run systemd-escape --path to get the name.`;
  }
  if (kind === 'automount' && stem === '-')
    return 'The root directory cannot have an automount; systemd refuses to load this unit.';
  if (kind === 'slice' && stem !== '-' && /^-|-$|--/.test(stem)) {
    return `"${text}" is not a slice name; systemd refuses to load this unit. Each - leads from a parent slice to its child: a-b.slice lies in a.slice.`;
  }
  return undefined;
}
