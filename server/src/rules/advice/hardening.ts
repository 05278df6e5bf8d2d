import { atValue } from '../../engine/finding-place.ts';
import { assignmentIn } from '../../engine/judged-block.ts';
import { type LoadedUnit, memoizeRun } from '../../units/loaded-unit.ts';
import type { UnitRule } from '../unit-rule.ts';

/** Any of these shows that its author thought of it; what manages processes of others (Delegate=) needs its rights. */
const FENCES =
  /^(NoNewPrivileges|Protect[A-Z].*|Private[A-Z].*|Restrict[A-Z].*|CapabilityBoundingSet|AmbientCapabilities|SystemCall[A-Z].*|ReadOnlyPaths|InaccessiblePaths|ReadWritePaths|TemporaryFileSystem|RootDirectory|RootImage|DynamicUser|User|LockPersonality|MemoryDenyWriteExecute|AppArmorProfile|SELinuxContext|SecureBits|Delegate)$/;

export const hardening: UnitRule = {
  id: 'hardening',
  scope: 'unit',
  docs: {
    what: 'A service that stays running, uses the network, and runs as root without restrictions.',
    severities: ['hint'],
    why: 'Whoever takes over such a program controls the machine. Two or three lines protect most of it; systemd-analyze security lists what else can be restricted.',
    bad: '[Unit]\nAfter=network.target\n[Service]\nExecStart=/usr/bin/webd',
    good: '[Unit]\nAfter=network.target\n[Service]\nExecStart=/usr/bin/webd\nNoNewPrivileges=yes\nProtectSystem=full\nPrivateTmp=yes',
    manual: ['systemd.exec(5)', 'systemd-analyze(1)'],
  },
  check(unit, report) {
    if (unit.kind !== 'service' || unit.manager === 'user' || !usesNetwork(unit) || isShort(unit)) return;
    const start = unit.last('Service', 'ExecStart');
    if (!start || unit.ofKeys('Service', FENCES).length > 0) return;
    report({
      ...atValue(start),
      severity: 'hint',
      message:
        'This service uses the network and runs as root without restrictions. Add NoNewPrivileges=yes, ProtectSystem=full and PrivateTmp=yes, or a User= of its own, to protect most of the machine.',
    });
  },
};

const NETWORK = /(^|\s)network(-online)?\.target(\s|$)/;

const usesNetwork = (unit: LoadedUnit): boolean =>
  ['After', 'Wants', 'Requires'].some((key) => unit.runs('Unit', key).some(namesNetwork));

const namesNetwork = memoizeRun(({ place, indexes }) =>
  indexes.some((index) => NETWORK.test(assignmentIn(place, index).value.text)),
);

/** What ends by itself is not a door that stays open. */
const isShort = (unit: LoadedUnit): boolean => unit.last('Service', 'Type')?.node.value.text === 'oneshot';
