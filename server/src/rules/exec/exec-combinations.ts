import { atAssignment, removal, rewriting } from '../../engine/finding-place.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { serviceType } from '../../units/service-type.ts';
import { parseBoolean } from '../../values/boolean.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execDynamicUser: UnitRule = {
  id: 'exec-dynamic-user',
  scope: 'unit',
  docs: {
    what: 'DynamicUser=yes in a unit of the user manager, or together with WorkingDirectory=~.',
    severities: ['error'],
    why: 'The user manager may not change users, and a dynamic user has no home directory. systemd refuses such a unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nDynamicUser=yes\nWorkingDirectory=~',
    good: '[Service]\nExecStart=/usr/bin/example\nDynamicUser=yes\nStateDirectory=example\nWorkingDirectory=%S/example',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const dynamic = unit.last(section, 'DynamicUser');
    if (!since(unit.version, 'users have no dynamic users') || !dynamic || !unit.flag(section, 'DynamicUser')) return;
    if (unit.manager === 'user') {
      const message =
        'The user manager cannot make users: with DynamicUser=yes it refuses to load this unit. Remove the line.';
      report({ ...atAssignment(dynamic), severity: 'error', message, fixes: [removal(dynamic)] });
    }
    const directory = unit.last(section, 'WorkingDirectory');
    if (directory && /^-?~$/.test(directory.node.value.text)) {
      const message =
        'With DynamicUser=yes there is no home directory for WorkingDirectory=~; systemd refuses to load this unit. Use StateDirectory= and its path.';
      report({ ...atAssignment(directory), severity: 'error', message });
    }
  },
};

export const execPrivateUsers: UnitRule = {
  id: 'exec-private-users',
  scope: 'unit',
  docs: {
    what: 'PrivateUsers=managed with User=, Group=, DynamicUser= or PAMName=, or PrivateUsers= with UserNamespacePath=.',
    severities: ['error'],
    why: 'A unit has one user namespace and one owner of its processes; systemd refuses the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nUser=example\nPrivateUsers=managed',
    good: '[Service]\nExecStart=/usr/bin/example\nUser=example\nPrivateUsers=self',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const setting = unit.last(section, 'PrivateUsers');
    if (!setting || parseBoolean(setting.node.value.text) === false) return;
    const other = setting.node.value.text === 'managed' ? ownerOf(unit, section) : undefined;
    const rival = other ?? (unit.last(section, 'UserNamespacePath') && 'UserNamespacePath');
    if (!rival) return;
    const message = `PrivateUsers=${setting.node.value.text} does not go with ${rival}=; systemd refuses to load this unit. Remove one of them.`;
    report({ ...atAssignment(setting), severity: 'error', message });
  },
};

function ownerOf(unit: LoadedUnit, section: string): string | undefined {
  if (unit.flag(section, 'DynamicUser')) return 'DynamicUser';
  return ['User', 'Group', 'PAMName'].find((key) => unit.last(section, key));
}

export const execPrivatePids: UnitRule = {
  id: 'exec-private-pids',
  scope: 'unit',
  docs: {
    what: 'PrivatePIDs=yes outside of services, in a service of Type=forking, or with PAMName=.',
    severities: ['error'],
    why: 'A PID namespace lives with the main process that systemd starts; systemd refuses combinations in which there is none.',
    bad: '[Service]\nType=forking\nExecStart=/usr/sbin/exampled\nPrivatePIDs=yes',
    good: '[Service]\nType=notify\nExecStart=/usr/sbin/exampled --foreground\nPrivatePIDs=yes',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const setting = unit.last(ownSectionOf(unit.kind), 'PrivatePIDs');
    if (!setting || parseBoolean(setting.node.value.text) === false) return;
    const reason = fault(unit);
    if (!reason) return;
    const message = `${reason}; systemd refuses to load this unit.`;
    report({ ...atAssignment(setting), severity: 'error', message, fixes: [removal(setting)] });
  },
};

function fault(unit: LoadedUnit): string | undefined {
  if (unit.kind !== 'service') return `PrivatePIDs= is for services, not for ${unit.kind} units`;
  if (serviceType(unit) === 'forking') return 'A service of Type=forking cannot have PrivatePIDs=yes';
  const withPam = since(unit.version, 'PrivatePIDs= does not go with PAM') && unit.last('Service', 'PAMName');
  return withPam ? 'PrivatePIDs=yes does not go with PAMName=' : undefined;
}

export const execPamKillMode: UnitRule = {
  id: 'exec-pam-kill-mode',
  scope: 'unit',
  docs: {
    what: 'PAMName= with a KillMode= that leaves processes behind.',
    severities: ['error'],
    why: 'The process that holds the PAM session has to be stopped too, so systemd refuses KillMode=process and KillMode=none.',
    bad: '[Service]\nExecStart=/usr/bin/example\nPAMName=login\nKillMode=process',
    good: '[Service]\nExecStart=/usr/bin/example\nPAMName=login\nKillMode=mixed',
    manual: ['systemd.exec(5)', 'systemd.kill(5)'],
  },
  check(unit, report) {
    const section = ownSectionOf(unit.kind);
    const mode = unit.last(section, 'KillMode');
    if (!mode || !unit.last(section, 'PAMName')) return;
    const allowed =
      unit.kind === 'service' || since(unit.version, 'mixed kill mode suits PAM everywhere')
        ? ['control-group', 'mixed']
        : ['control-group'];
    if (allowed.includes(mode.node.value.text)) return;
    const message = `With PAMName=, KillMode= has to be ${allowed.join(' or ')}; systemd refuses to load this unit.`;
    report({ ...atAssignment(mode), severity: 'error', message, fixes: [rewriting(mode, allowed.at(-1)!)] });
  },
};
