import { atSection } from '../../engine/finding-place.ts';
import type { SourceFile } from '../../engine/judged-file.ts';
import type { Finding } from '../../engine/rule.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { specialUnits } from '../../schema/special-units.ts';
import { isTemplate, parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import { memoize } from '../../text/memoize.ts';
import { type Cycle, orderingCycle, type Wait } from '../../units/cycles.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { BINDING, DEMANDING, MOUNTS_FOR, PULLING } from '../../units/relation-kinds.ts';
import { type Edge, triggered } from '../../units/unit-graph.ts';
import type { GraphRule } from '../unit-rule.ts';

export const orderingCycleRule: GraphRule = {
  id: 'ordering-cycle',
  scope: 'graph',
  docs: {
    what: 'Units that wait for each other in a circle when this one is started.',
    severities: ['warning'],
    why: 'Nothing can come first. systemd leaves one of them out of the start; where all of them are required it refuses the start.',
    bad: '# a.service\n[Unit]\nRequires=b.service\nAfter=b.service\n# b.service\n[Unit]\nAfter=a.service',
    good: '# a.service\n[Unit]\nRequires=b.service\nAfter=b.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    const { name } = unit;
    const cycle = name && orderingCycle(graph, name.text);
    if (!cycle) return;
    const place = cycle.waits.map(({ edge }) => atEdge(unit, edge)).find((found) => found !== undefined);
    if (place) report({ ...place, section: 'Unit', severity: 'warning', message: messageOf(cycle) });
  },
};

/** Units of a circle that are named; of a longer one the rest are counted. */
const MOST_NAMED = 8;

function messageOf({ waits, breakable }: Cycle): string {
  const named = waits.slice(0, MOST_NAMED);
  const left = waits.length - named.length;
  const rest = left === 0 ? [] : [`${left} more`];
  const circle = [...named.map(({ unit }) => unit), ...rest, waits[0]!.unit].join(' after ');
  const others = named.slice(1).map(described);
  const where = others.length === 0 ? '' : ` (${others.join('; ')})`;
  const outcome = breakable
    ? 'systemd leaves one of them out of the start to break it.'
    : 'All of them are required, so systemd refuses to start any.';
  return `Ordering cycle: ${circle}${where}. ${outcome} Remove one After= or Before=.`;
}

const described = ({ edge }: Wait): string => `${edge.file ? edge.from : 'by default'}: ${spelled(edge)}`;

function spelled({ from, key, to, file, at }: Edge): string {
  if (!file) return `${from} ${key}=${to}`;
  return `${key}=${MOUNTS_FOR.has(key) && at ? at.written : to}`;
}

export const conflictingRequirement: GraphRule = {
  id: 'conflicting-requirement',
  scope: 'graph',
  docs: {
    what: 'A unit that conflicts with what it requires or wants itself.',
    severities: ['warning', 'info'],
    why: 'The other would have to be started and stopped at once: systemd refuses the start when it is required, and does not start it when it is wanted.',
    bad: '[Unit]\nRequires=web.service\nConflicts=web.service',
    good: '[Unit]\nRequires=web.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    if (!unit.name) return;
    const edges = graph.outgoing(unit.name.text);
    const conflicts = edges.filter(({ key }) => key === 'Conflicts');
    if (conflicts.length === 0) return;
    const pulling = edges.filter(({ key }) => PULLING.has(key)).reverse();
    const firstTo = new Map(pulling.map((edge) => [edge.to, edge]));
    for (const edge of conflicts) {
      const pulled = firstTo.get(edge.to);
      const place = pulled && atEdge(unit, edge);
      if (!place) continue;
      const bound = BINDING.has(pulled.key);
      const outcome = bound ? 'systemd refuses to start this unit' : 'systemd does not start the other';
      const message = `This unit conflicts with ${edge.to}, and starts it by ${pulled.key}=: ${outcome}. Remove one of the two.`;
      report({ ...place, severity: bound ? 'warning' : 'info', message });
    }
  },
};

/** Units of these kinds come from the kernel, fstab or systemd itself, with no file of theirs to be found. */
const WITHOUT_FILES = ['device', 'mount', 'swap', 'slice', 'scope'];

export const requirementMissing: GraphRule = {
  id: 'requirement-missing',
  scope: 'graph',
  docs: {
    what: 'A unit that is required but masked, or cannot be found.',
    severities: ['info'],
    why: 'systemd refuses to start a unit when what it requires cannot be loaded. Wants= is for what may be missing.',
    bad: '[Unit]\nRequires=postgressql.service',
    good: '[Unit]\nRequires=postgresql.service',
    manual: ['systemd.unit(5)'],
  },
  check(unit, graph, report) {
    if (!unit.name) return;
    for (const edge of graph.outgoing(unit.name.text)) {
      const name = DEMANDING.has(edge.key) ? parseUnitName(edge.to) : undefined;
      const place = name && atEdge(unit, edge);
      if (!name || !place) continue;
      const state = graph.unit(edge.to)?.state;
      const masked = state === 'masked';
      if (state === 'loaded' || (!masked && !(graph.knowsMachine && hasFile(name)))) continue;
      const why = masked ? 'is masked' : 'cannot be found';
      const message = `${edge.to} ${why}; with ${edge.key}= systemd then refuses to start this unit. Use Wants= for what may be missing.`;
      report.lazily({ ...place, severity: 'info' }, () => ({ ...place, severity: 'info', message }));
    }
  },
};

const hasFile = ({ text, kind, instance }: UnitName): boolean =>
  !WITHOUT_FILES.includes(kind) && instance !== '' && !specialUnits().has(text);

const KINDS = ['timer', 'path', 'socket'];

export const triggerMissing: GraphRule = {
  id: 'trigger-missing',
  scope: 'graph',
  docs: {
    what: 'A timer, path or socket unit whose unit to start is not there, or is masked.',
    severities: ['info'],
    why: 'It starts the service of its own name unless Unit= or Service= says otherwise; a socket with Accept=yes needs the template of its name. Without it a timer does nothing, and a socket cannot be started.',
    bad: '# backup.timer, and no backup.service beside it\n[Timer]\nOnCalendar=daily',
    good: '# backup.timer\n[Timer]\nOnCalendar=daily\nUnit=daily-backup.service',
    manual: ['systemd.timer(5)', 'systemd.path(5)', 'systemd.socket(5)'],
  },
  check(unit, graph, report) {
    if (!unit.name || !KINDS.includes(unit.kind) || isTemplate(unit.name)) return;
    const own = graph.unit(unit.name.text);
    const wanted = own && triggered(own);
    const name = wanted === undefined ? undefined : parseUnitName(wanted);
    if (!wanted || !name) return;
    const state = graph.unit(wanted)?.state;
    if (state === 'loaded' || (state === 'missing' && !graph.knowsMachine)) return;
    const key = unit.kind === 'socket' ? 'Service' : 'Unit';
    const how = unit.last(ownSectionOf(unit.kind), key) ? '' : ` Without ${key}= it starts the one of its own name.`;
    const what = state === 'masked' ? 'is masked' : 'cannot be found';
    const outcome = unit.kind === 'socket' ? 'the socket cannot be started' : `the ${unit.kind} has nothing to start`;
    const place = atSection(unit, ownSectionOf(unit.kind));
    report({ ...place, severity: 'info', message: `${wanted} ${what}, so ${outcome}.${how}` });
  },
};

/** Where a relation is said, if it is in one of the unit's own files. */
function atEdge(unit: LoadedUnit, { file, at }: Edge): Pick<Finding, 'source' | 'start' | 'end' | 'key'> | undefined {
  const source = file && sourcesOf(unit).get(file.path);
  if (!source || !at) return undefined;
  const lines = editorLines(source.tree);
  const start = lines.offsetAt({ line: at.line, character: at.start });
  const end = lines.offsetAt({ line: at.line, character: at.end });
  return { source, start, end, key: at.key };
}

/** A unit may have thousands of drop-ins, and each of them relations. */
const sourcesOf = memoize(
  ({ files }: LoadedUnit): ReadonlyMap<string, SourceFile> => new Map(files.map(({ source }) => [source.path, source])),
);
