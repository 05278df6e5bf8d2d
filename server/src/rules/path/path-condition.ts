import { atSection } from '../../engine/finding-place.ts';
import type { UnitRule } from '../unit-rule.ts';

const WATCHES = ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'];

export const pathCondition: UnitRule = {
  id: 'path-condition',
  scope: 'unit',
  docs: {
    what: 'A path unit that watches nothing.',
    severities: ['error'],
    why: 'systemd refuses a path unit without PathExists=, PathExistsGlob=, PathChanged=, PathModified= or DirectoryNotEmpty=.',
    bad: '[Path]\nMakeDirectory=yes',
    good: '[Path]\nDirectoryNotEmpty=/var/spool/example\nMakeDirectory=yes',
    manual: ['systemd.path(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'path' || unit.refused || WATCHES.some((key) => unit.last('Path', key))) return;
    const message =
      'This path unit watches nothing; systemd refuses to load this unit. Add PathExists=, PathChanged= or another path to watch.';
    report({ ...atSection(unit, 'Path'), severity: 'error', message });
  },
};
