import { atSection } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { isTemplate, parseUnitName } from '../../schema/unit-name.ts';
import { triggered } from '../../units/unit-graph.ts';
import type { GraphRule } from '../unit-rule.ts';

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
