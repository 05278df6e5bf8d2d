import { atSection } from '../../engine/finding-place.ts';
import { isInstance } from '../../schema/unit-name.ts';
import { relationKind } from '../../units/relation-kinds.ts';
import { addInstall } from '../install-section.ts';
import type { GraphRule } from '../unit-rule.ts';

/** Slices, scopes and devices come up with what uses them; targets are often there to be reached by hand. */
const KINDS = ['service', 'timer', 'socket', 'path'];

const ANY_KEY = /^/;

const STARTING = new Set(['requirement', 'trigger', 'install']);

export const unitUnused: GraphRule = {
  id: 'unit-unused',
  scope: 'graph',
  docs: {
    what: 'A unit that nothing starts: it has no [Install] section, and no other unit wants, requires or triggers it.',
    severities: ['hint'],
    why: 'systemctl enable finds nothing to do for it. It runs only when somebody starts it by hand, which may be what is meant.',
    bad: '[Service]\nExecStart=/usr/bin/example',
    good: '[Service]\nExecStart=/usr/bin/example\n[Install]\nWantedBy=multi-user.target',
    manual: ['systemd.unit(5)', 'systemctl(1)'],
  },
  check(unit, graph, report) {
    const { name } = unit;
    if (!name || !KINDS.includes(unit.kind) || isInstance(name) || !graph.knowsMachine) return;
    if (unit.ofKeys('Install', ANY_KEY).length > 0 || unit.last('Service', 'BusName')) return;
    if (unit.flag('Unit', 'RefuseManualStart') || graph.unit(name.text)?.aliases.length) return;
    if (graph.incoming(name.text).some(({ key }) => STARTING.has(relationKind(key)))) return;
    const message = `Nothing starts ${name.text}: it has no [Install], and no unit known here wants or triggers it. Add [Install] with WantedBy=, or start it by hand.`;
    const fragment = unit.files[0]!;
    const place = atSection(unit, fragment.source.tree.sections[0]?.name ?? '');
    const hasSection = fragment.source.tree.sections.some((section) => section.name === 'Install');
    report({ ...place, severity: 'hint', message, fixes: hasSection ? [] : [addInstall(fragment)] });
  },
};
