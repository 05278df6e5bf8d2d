import type { JudgedAssignment } from '../../units/judged-file.ts';
import { specifiersOf } from '../../values/specifiers.ts';
import { atValue } from '../place.ts';
import type { AssignmentRule } from '../rule.ts';

/** Parsers that expand no specifiers at load time, or only those of names. */
const WITHOUT =
  /^(config_parse_(string|unit_deps|obsolete_unit_deps|unit_slice|trigger_unit|socket_service|service_sockets|capability_set|restrict_filesystems|delegate_subgroup|open_file|log_filter_patterns|managed_oom_rules|exec_secure_bits|luo_sessions|warn_compat)|NULL)$/;

/** Parsers that expand them only before the colon: of the whole value, or of each word of it. */
const PARTLY = /^config_parse_(set_credential|import_credential|temporary_filesystems)$/;

export const specifierDeprecated: AssignmentRule = {
  id: 'specifier-deprecated',
  scope: 'assignment',
  docs: {
    what: 'One of the specifiers %c, %r and %R for control groups.',
    why: 'systemd warns: what they stand for is not the path of the control group any more. A process reads it from /proc/self/cgroup.',
    bad: '[Service]\nExecStart=/usr/bin/example --cgroup=%c',
    manual: ['systemd.unit(5)'],
  },
  check(assignment, report, file) {
    const { text } = assignment.node.value;
    if (!text.includes('%') || !assignment.accepted || !isExpanded(assignment)) return;
    const letters = specifiersOf(file.version).flatMap(({ letter, deprecated }) => (deprecated ? [letter] : []));
    const isBehindColon = colonsIn(assignment);
    for (const match of text.matchAll(/%(.)/g)) {
      if (!letters.includes(match[1]!) || isBehindColon(match.index)) continue;
      const message = `The specifier ${match[0]} is deprecated and does not work as intended, as systemd warns. Take it out.`;
      const place = atValue(assignment, match.index, match.index + 2);
      report({ ...place, severity: 'warning', message, tag: 'deprecated' });
    }
  },
};

const isExpanded = ({ section, directive }: JudgedAssignment): boolean =>
  section !== 'Install' && directive !== undefined && !WITHOUT.test(directive.parser);

/** Whether a place is behind the colon up to which specifiers are replaced; asked of one place after the other. */
function colonsIn({ directive, node }: JudgedAssignment): (at: number) => boolean {
  const reach = PARTLY.exec(directive?.parser ?? '')?.[1];
  if (reach === undefined) return () => false;
  const { text } = node.value;
  const isOfWord = reach === 'temporary_filesystems';
  let isBehind = false;
  let read = 0;
  return (at) => {
    for (; read < at; read++) {
      if (text[read] === ':') isBehind = true;
      else if (isOfWord && (text[read] === ' ' || text[read] === '\t')) isBehind = false;
    }
    return isBehind;
  };
}
