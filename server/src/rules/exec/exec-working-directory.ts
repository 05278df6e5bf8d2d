import { atAssignment } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { parseBoolean } from '../../values/boolean.ts';
import { since } from '../../values/changes.ts';
import type { UnitRule } from '../unit-rule.ts';

export const execWorkingDirectory: UnitRule = {
  id: 'exec-working-directory',
  scope: 'unit',
  docs: {
    what: 'A WorkingDirectory= below /proc, /sys or /dev together with settings that need a mount namespace.',
    severities: ['error'],
    why: 'systemd sets up these file systems anew for such processes, and refuses the unit.',
    bad: '[Service]\nExecStart=/usr/bin/example\nProtectSystem=strict\nWorkingDirectory=/sys/class',
    good: '[Service]\nExecStart=/usr/bin/example\nProtectSystem=strict\nWorkingDirectory=/',
    manual: ['systemd.exec(5)'],
  },
  check(unit, report) {
    const directory = unit.last(ownSectionOf(unit.kind), 'WorkingDirectory');
    if (
      !since(unit.version, 'work in /proc is refused') ||
      !directory ||
      !/^-?\/+(proc|sys|dev)(\/|$)/.test(directory.node.value.text)
    )
      return;
    const cause = mountNamespaceCause(unit);
    if (!cause) return;
    const message = `${cause.node.key}= gives the processes a mount namespace, where WorkingDirectory= cannot be below /proc, /sys or /dev; systemd refuses to load this unit.`;
    const related = [{ ...cause.node.textSpan, source: cause.source, message: 'This needs a mount namespace' }];
    report({ ...atAssignment(directory), severity: 'error', message, related });
  },
};

/** Any value of these needs a mount namespace. */
const ALWAYS =
  'RootDirectory RootImage RootMStack ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths NoExecPaths BindPaths BindReadOnlyPaths TemporaryFileSystem MountImages ExtensionImages ExtensionDirectories LogNamespace NetworkNamespacePath IPCNamespacePath'.split(
    ' ',
  );

/** These need one unless they are off. */
const SWITCHES =
  'PrivateDevices PrivateMounts ProtectSystem ProtectHome ProtectKernelTunables ProtectKernelModules ProtectKernelLogs ProtectControlGroups PrivateIPC PrivateNetwork PrivatePIDs PrivateBPF DynamicUser BindLogSockets MountAPIVFS'.split(
    ' ',
  );

/** The setting for which systemd gives the unit's processes a mount namespace, found by asking systemd 257 and 262. */
function mountNamespaceCause(unit: LoadedUnit): JudgedAssignment | undefined {
  const section = ownSectionOf(unit.kind);
  for (const key of ALWAYS) {
    const assignment = unit.last(section, key);
    if (assignment) return assignment;
  }
  for (const key of SWITCHES) {
    const assignment = unit.last(section, key);
    if (assignment && parseBoolean(assignment.node.value.text) !== false) return assignment;
  }
  return byWord(unit, section);
}

function byWord(unit: LoadedUnit, section: string): JudgedAssignment | undefined {
  const words: readonly (readonly [key: string, needs: (text: string) => boolean])[] = [
    ['ProtectProc', (text) => text !== 'default'],
    ['ProcSubset', (text) => text !== 'all'],
    ['MountFlags', (text) => text !== 'shared'],
    [
      'PrivateTmp',
      (text) =>
        text === 'disconnected' ||
        (since(unit.version, 'PrivateTmp= needs a mount namespace') && parseBoolean(text) === true),
    ],
  ];
  for (const [key, needs] of words) {
    const assignment = unit.last(section, key);
    if (assignment && needs(assignment.node.value.text)) return assignment;
  }
  return undefined;
}
