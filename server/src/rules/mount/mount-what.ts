import { atSection } from '../place.ts';
import type { UnitRule } from '../rule.ts';

export const mountWhat: UnitRule = {
  id: 'mount-what',
  scope: 'unit',
  docs: {
    what: 'A mount unit without What=.',
    why: 'systemd does not know what to mount, and refuses the unit.',
    bad: '# srv-data.mount\n[Mount]\nWhere=/srv/data',
    good: '# srv-data.mount\n[Mount]\nWhat=/dev/disk/by-label/data\nWhere=/srv/data',
    manual: ['systemd.mount(5)'],
  },
  check(unit, report) {
    if (unit.kind !== 'mount' || unit.refused || unit.name?.text === '-.mount' || unit.last('Mount', 'What')) return;
    const message =
      'What= is missing, so there is nothing to mount; systemd refuses to load this unit. Add the device, share or file system.';
    report({ ...atSection(unit, 'Mount'), severity: 'error', message });
  },
};
