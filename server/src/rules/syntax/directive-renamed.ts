import { atKey } from '../../engine/finding-place.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { traitsOf } from '../../values/traits.ts';
import { tableOf } from './directive-unknown.ts';

export const directiveRenamed: AssignmentRule = {
  id: 'directive-renamed',
  scope: 'assignment',
  docs: {
    what: 'An old spelling of a directive.',
    severities: ['warning', 'hint'],
    why: 'systemd still reads it, most of them silently; the manual has only the new name. RequiresOverridable= and RequisiteOverridable= get a warning.',
    bad: '[Unit]\nBindTo=dev-sda.device',
    good: '[Unit]\nBindsTo=dev-sda.device',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report, file) {
    const { section, node, directive } = assignment;
    const modern = directive?.modern;
    if (!modern || !tableOf(file).find(modern.section, modern.key, file.version)) return;
    const warns = traitsOf(directive)?.status === 'obsolete' && node.value.text !== '';
    const moved = modern.section !== section;
    const place = moved ? `${modern.key}= in [${modern.section}]` : `${modern.key}=`;
    const today = modern.key === node.key ? `has its place in [${modern.section}]` : `is called ${place}`;
    const message = warns
      ? `${node.key}= is obsolete; systemd warns and takes it for ${place}. Write that.`
      : `${node.key}= ${today} today; systemd still takes it here.`;
    const fix = {
      title: `Change to ${modern.key}=`,
      edits: [{ ...node.keySpan, text: modern.key }],
      preferred: true,
    };
    report({
      ...atKey(assignment),
      severity: warns ? 'warning' : 'hint',
      message,
      fixes: moved ? [] : [fix],
      tag: 'deprecated',
    });
  },
};
