import { atSection, atValue } from '../../engine/finding-place.ts';
import { unescapePath } from '../../schema/escape.ts';
import { since } from '../../values/changes.ts';
import { expanded } from '../expanded.ts';
import type { UnitRule } from '../unit-rule.ts';

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
