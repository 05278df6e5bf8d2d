import type { UnitReload } from './compare-running.ts';
import type { RunningDifference } from './running.ts';

/** As plain text: the running value beside the one of the files, and what it takes for that to count. */
export function reloadText(units: readonly UnitReload[]): string {
  const changed = units.filter(({ differences }) => differences.length > 0);
  const same = units.filter(({ differences }) => differences.length === 0);
  const blocks = changed.map((unit) =>
    [`${unit.unit}: daemon-reload would change`, ...unit.differences.flatMap(lines)].join('\n'),
  );
  const restart = changed
    .filter(({ isActive, differences }) => isActive && differences.some(({ effect }) => effect === 'restart'))
    .map(({ unit }) => unit);
  return `${[
    ...blocks,
    ...(same.length > 0
      ? [`Nothing that can be compared would change: ${same.map(({ unit }) => unit).join(', ')}`]
      : []),
    ...(restart.length > 0 ? [`What runs keeps its old settings until: systemctl restart ${restart.join(' ')}`] : []),
    ...sharedLines(changed),
    ...unknownLines(units),
  ].join('\n\n')}\n`;
}

function lines({ section, key, running, files, places, effect }: RunningDifference): string[] {
  return [
    `  [${section}] ${key}=${effect === 'restart' ? '  (restart)' : ''}`,
    ...(running.length === 0 ? [] : running.map((value) => `    running: ${value}`)),
    ...(files.length === 0
      ? ['    files:   not set']
      : files.map(
          (value, index) =>
            `    files:   ${value}${places[index] ? `    ${places[index].path}:${places[index].line}` : ''}`,
        )),
  ];
}

/** A drop-in for a kind or a prefix takes part in many units. */
function sharedLines(units: readonly UnitReload[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { unit, differences } of units)
    for (const path of new Set(differences.flatMap(({ places }) => places.map((place) => place.path))))
      owners.set(path, [...(owners.get(path) ?? []), unit]);
  return [...owners]
    .filter(([, names]) => names.length > 1)
    .map(([path, names]) => `${path} takes part in ${names.length} units: ${names.join(', ')}`);
}

const unknownLines = (units: readonly UnitReload[]): string[] => {
  const keys = [...new Set(units.flatMap(({ unknown }) => unknown))].sort();
  return keys.length === 0
    ? []
    : [`Not compared, as the manager does not show it as it is written: ${keys.join(', ')}`];
};
