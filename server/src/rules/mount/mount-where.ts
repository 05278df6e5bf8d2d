import { atSection, atValue } from '../../engine/finding-place.ts';
import type { JudgedAssignment } from '../../engine/judged-file.ts';
import { escapePath, unescapePath } from '../../schema/escape.ts';
import { ownSectionOf } from '../../schema/kinds.ts';
import { UNIT_NAME_MAX } from '../../schema/unit-name.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { since } from '../../values/changes.ts';
import { findSpecifier } from '../../values/specifiers.ts';
import type { UnitRule } from '../unit-rule.ts';
import { expanded } from '../unit-values.ts';
import { deviceOf } from './mount-what.ts';

export const mountWhere: UnitRule = {
  id: 'mount-where',
  scope: 'unit',
  docs: {
    what: 'A Where= that is not what the name of the mount or automount unit says, or a What= of a swap that is not.',
    severities: ['error'],
    why: 'These units are named after their path, with - for /. systemd refuses one whose setting says something else. Where= and the What= of a swap may be left out.',
    bad: '# srv-data.mount\n[Mount]\nWhat=/dev/disk/by-label/data\nWhere=/srv/backup',
    good: '# srv-backup.mount\n[Mount]\nWhat=/dev/disk/by-label/data\nWhere=/srv/backup',
    manual: ['systemd.mount(5)', 'systemd.automount(5)', 'systemd.swap(5)', 'systemd-escape(1)'],
  },
  check(unit, report) {
    const key = keyOf(unit);
    const section = ownSectionOf(unit.kind);
    const setting = key && unit.last(section, key);
    if (!unit.name || !setting) return;
    const path = pathOf(setting, unit);
    if (path === undefined && cannotBeNamed(setting, unit)) {
      const message = `${key}= cannot match the name ${unit.name.text} on any machine; systemd refuses to load this unit. Rename the file, or correct ${key}=.`;
      report({ ...atValue(setting), severity: 'error', message });
    }
    const stem = path === undefined ? undefined : escapePath(path);
    if (stem === undefined || stem.length + 1 + unit.kind.length > UNIT_NAME_MAX) return;
    const name = `${stem}.${unit.kind}`;
    if (name === unit.name.text) return;
    const remedy = `The unit for ${path} is called ${name}: rename the file, or correct ${key}=.`;
    report({
      ...atValue(setting),
      severity: 'error',
      message: `${key}= does not match the name ${unit.name.text}; systemd refuses to load this unit. ${remedy}`,
    });
  },
};

const ID = '[0-9a-f]{32}';
/** More of them may be anything, and are slow to look for. */
const MOST_UNKNOWN = 2;
const IDS: Readonly<Record<string, string>> = { b: ID, m: ID };

/** Whether a value that the machine settles leads elsewhere on all machines. */
function cannotBeNamed({ node }: JudgedAssignment, { name, kind, ...context }: LoadedUnit): boolean {
  const path = name && unescapePath(name.text.slice(0, -kind.length - 1));
  if (kind === 'swap' || path === undefined) return false;
  const parts = node.value.text.split(/%([0-9A-Za-z%])/);
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) return literal(part);
    const specifier = findSpecifier(part, context.version);
    const settled = specifier?.settled?.({ unit: name, kind, ...context });
    if (settled && specifier) return literal(specifier.sample({ unit: name, kind, ...context }));
    return IDS[part] ?? '.*';
  });
  if (pattern.filter((part) => part === '.*').length > MOST_UNKNOWN) return false;
  return !new RegExp(`^${pattern.join('')}/*$`, 's').test(`${path}/`);
}

/** However many slashes. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\/+/g, '/+');

/** The path that names the unit. Today `path_simplify()` drops `..` right below the root. */
function pathOf(setting: JudgedAssignment, unit: LoadedUnit): string | undefined {
  const value = expanded(setting, unit);
  if (value === undefined || !since(unit.version, 'dots below the root vanish from mounts')) return value;
  const path = unit.kind === 'swap' ? deviceOf(value) : value;
  return path.replace(/^(?:\/+\.\.?(?=\/|$))+/, '/');
}

function keyOf(unit: LoadedUnit): 'Where' | 'What' | undefined {
  if (unit.kind === 'mount' || unit.kind === 'automount') return 'Where';
  return unit.kind === 'swap' ? 'What' : undefined;
}

/** What systemd mounts itself at boot: src/shared/mount-setup.c, asked of systemd 252, 257 and 262. */
const API = new Set(
  (
    '/proc /sys /dev /dev/shm /dev/pts /run /sys/fs/cgroup /sys/kernel/security /sys/fs/selinux /sys/fs/smackfs ' +
    '/sys/fs/pstore /sys/fs/bpf /sys/firmware/efi/efivars /dev/console /proc/kmsg /proc/sys /proc/sys/kernel/random/boot_id /run/host'
  ).split(' '),
);

export const mountApi: UnitRule = {
  id: 'mount-api',
  scope: 'unit',
  docs: {
    what: 'A mount unit for a file system that systemd itself provides, such as /proc, /run or /sys/fs/cgroup.',
    severities: ['error'],
    why: 'systemd mounts these before it reads any unit, and refuses units for them.',
    bad: '# proc.mount\n[Mount]\nWhat=proc\nWhere=/proc\nType=proc',
    manual: ['systemd.mount(5)', 'file-hierarchy(7)'],
  },
  check(unit, report) {
    if (unit.kind !== 'mount') return;
    const where = unit.last('Mount', 'Where');
    const stem = unit.name?.text.slice(0, -'.mount'.length);
    // What only the machine can tell either is not the path of the name, or is this one: both are refused.
    const raw = (where && expanded(where, unit)) ?? (stem && unescapePath(stem));
    const path = raw?.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    if (!path) return;
    const isCredential = since(unit.version, 'credential mounts are refused') && /^\/run\/credentials(\/|$)/.test(path);
    if (!isCredential && !API.has(path) && !/^\/(sys\/fs\/cgroup|run\/host)\//.test(path)) return;
    const message = `systemd mounts ${path} itself and refuses to load a unit for it.`;
    report({ ...(where ? atValue(where) : atSection(unit, 'Mount')), severity: 'error', message });
  },
};
