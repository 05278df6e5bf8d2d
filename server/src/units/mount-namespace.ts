import type { JudgedAssignment } from '../engine/judged-file.ts';
import { ownSectionOf } from '../schema/kinds.ts';
import { parseBoolean } from '../values/boolean.ts';
import { since } from '../values/changes.ts';
import type { LoadedUnit } from './loaded-unit.ts';

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
export function mountNamespaceCause(unit: LoadedUnit): JudgedAssignment | undefined {
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
