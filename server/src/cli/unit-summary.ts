import { createDocument } from '../features/document.ts';
import { calendarMarkdown } from '../features/hover/calendar.ts';
import { loadedUnitOf } from '../features/lenses/effective-unit.ts';
import { parseUnitName } from '../schema/unit-name.ts';
import { checkText } from '../service/check.ts';
import { codeSpan, escapeMarkdown } from '../text/markdown.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import type { ResolvedUnit } from '../units/resolve-unit.ts';
import { type Edge, unitGraph } from '../units/unit-graph.ts';
import type { IndexedFile } from '../units/unit-index.ts';
import { parseCalendar } from '../values/time/calendar-parse.ts';
import type { UnitTree } from './unit-tree.ts';

interface Asked {
  readonly tree: UnitTree;
  readonly version: number;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Relations by which one unit starts another, and how that is said. */
const STARTING: Readonly<Record<string, string>> = {
  Triggers: 'starts it',
  Wants: 'wants it',
  Upholds: 'upholds it',
  Requires: 'requires it',
  Requisite: 'requires it',
  BindsTo: 'is bound to it',
  OnFailure: 'starts it on failure',
  OnSuccess: 'starts it on success',
  Unit: 'starts it',
  Service: 'starts it',
  Sockets: 'belongs to it',
};

/** What a unit is, what starts it and when, which files it has, and what is wrong with them. Undefined for what has no file. */
export function unitSummary(unit: ResolvedUnit, asked: Asked): string | undefined {
  const { fragment } = unit;
  if (!fragment) return undefined;
  const graph = unitGraph(asked.tree.index, fragment);
  const incoming = graph.incoming(unit.name.text);
  const { description } = fragment.facts;
  return [
    `**${codeSpan(unit.name.text)}**${description ? ` · ${escapeMarkdown(description)}` : ''}`,
    filesLine(unit),
    fragment.masked ? 'Masked: it cannot be started.' : startedBy(unit, incoming),
    ...times([fragment, ...triggers(incoming, (name) => graph.unit(name)?.fragment)], asked),
    findingsLine(fragment, asked),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function filesLine({ fragment, dropIns }: ResolvedUnit): string {
  const added = dropIns.map(({ path }) => codeSpan(path));
  return `${codeSpan(fragment!.path)}${added.length === 0 ? '' : ` with ${added.length === 1 ? 'the drop-in' : 'the drop-ins'} ${added.join(', ')}`}`;
}

function startedBy({ fragment }: ResolvedUnit, incoming: readonly Edge[]): string {
  const told = new Set(
    incoming.flatMap(({ from, key }) => (STARTING[key] ? [`${codeSpan(from)} ${STARTING[key]}`] : [])),
  );
  if (told.size > 0) return `What starts it: ${[...told].join(', ')}.`;
  return fragment!.facts.hasInstall
    ? 'Nothing starts it yet: `systemctl enable` makes the links that its [Install] section asks for.'
    : 'Nothing here starts it, and it has no [Install] section: you start it by hand.';
}

/** The timers that start a unit. */
const triggers = (
  incoming: readonly Edge[],
  fragmentOf: (name: string) => IndexedFile | undefined,
): readonly IndexedFile[] =>
  [...new Set(incoming.filter(({ from }) => from.endsWith('.timer')).map(({ from }) => from))].flatMap(
    (name) => fragmentOf(name) ?? [],
  );

/** When timers elapse. */
function times(files: readonly IndexedFile[], asked: Asked): string[] {
  return files
    .filter(({ owner }) => owner.endsWith('.timer'))
    .flatMap((file) => {
      const unit = loaded(file, asked);
      const calendars = unit?.list('Timer', 'OnCalendar').map(({ node }) => node.value.text) ?? [];
      return calendars.flatMap((text) => {
        const spec = parseCalendar(text);
        return 'fault' in spec ? [] : [calendarMarkdown(spec, asked.now)];
      });
    });
}

function loaded({ path, manager }: IndexedFile, { tree, version }: Asked): LoadedUnit | undefined {
  const text = tree.text(path);
  return text === undefined
    ? undefined
    : loadedUnitOf(createDocument(text, { path, version, manager }), tree.around(path));
}

function findingsLine({ path, manager }: IndexedFile, { tree, version }: Asked): string {
  const text = tree.text(path);
  if (text === undefined) return '';
  const findings = checkText(text, { path, version, manager, around: tree.around(path) });
  const count = (severity: string, word: string): string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  const told = [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'remark')];
  if (told.length === 0) return 'systemd has nothing to complain of in it.';
  return `${told.join(', ')}: \`systemd-units check ${path}\``;
}

/** The unit a topic names: of this folder before those of the machine. */
export const unitMeant = (topic: string): string | undefined => {
  const base = topic.slice(topic.lastIndexOf('/') + 1);
  return parseUnitName(base)?.text;
};
