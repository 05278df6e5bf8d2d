import { atValue } from '../../engine/finding-place.ts';
import type { UnitRule } from '../unit-rule.ts';

/** What systemd passes to the kernel's autofs itself; src/core/automount.c. */
const RESERVED = new Set(['fd', 'pgrp', 'minproto', 'maxproto', 'direct', 'indirect']);

export const automountOptions: UnitRule = {
  id: 'automount-options',
  scope: 'unit',
  docs: {
    what: 'An option in ExtraOptions= that systemd sets itself: fd, pgrp, minproto, maxproto, direct, indirect.',
    severities: ['error'],
    why: 'systemd refuses the unit.',
    bad: '# srv-data.automount\n[Automount]\nExtraOptions=indirect',
    manual: ['systemd.automount(5)'],
  },
  check(unit, report) {
    const options = unit.last('Automount', 'ExtraOptions');
    if (unit.kind !== 'automount' || !options) return;
    let at = 0;
    for (const part of options.node.value.text.split(',')) {
      const name = part.split('=', 1)[0]!;
      if (RESERVED.has(name)) {
        const message = `systemd sets the option ${name} itself; with it in ExtraOptions= it refuses to load this unit.`;
        report({ ...atValue(options, at, at + part.length), severity: 'error', message });
      }
      at += part.length + 1;
    }
  },
};
