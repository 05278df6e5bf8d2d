import { atAssignment, removal } from '../../engine/finding-place.ts';
import { isTemplate } from '../../schema/unit-name.ts';
import type { UnitRule } from '../unit-rule.ts';

const EFFECTIVE = ['WantedBy', 'RequiredBy', 'UpheldBy', 'Alias', 'Also'];

export const installEffect: UnitRule = {
  id: 'install-effect',
  scope: 'unit',
  docs: {
    what: 'An [Install] section that does nothing, or DefaultInstance= in a unit that is not a template.',
    severities: ['info', 'hint'],
    why: 'systemctl enable finds nothing to do in such a section, and ignores DefaultInstance= with a warning. systemd itself does not look at [Install] when it loads the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\n[Install]\nDefaultInstance=main',
    good: '[Service]\nExecStart=/usr/bin/example\n[Install]\nWantedBy=multi-user.target',
    manual: ['systemd.unit(5)'],
  },
  check(unit, report) {
    const instance = unit.last('Install', 'DefaultInstance');
    if (instance && unit.name && !isTemplate(unit.name)) {
      const message = 'DefaultInstance= is for templates; systemctl enable warns and ignores it here.';
      report({ ...atAssignment(instance), severity: 'info', message, fixes: [removal(instance)], tag: 'unnecessary' });
    }
    const { source, sections } = unit.files[0]!;
    const section = sections.find((candidate) => candidate.section.name === 'Install')?.section;
    if (!section || EFFECTIVE.some((key) => unit.last('Install', key))) return;
    const message =
      'This section does nothing: systemctl enable looks for WantedBy=, RequiredBy=, UpheldBy=, Alias= or Also=.';
    report({ source, ...section.header.textSpan, severity: 'hint', message, section: 'Install', tag: 'unnecessary' });
  },
};
