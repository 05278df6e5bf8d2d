import { parseBoolean } from '../boolean.ts';
import { type Clause, type Clauses, code } from './clause.ts';
import { machineWord } from './machine-words.ts';

const either =
  (yes: string, no: string): Clause =>
  (text) => {
    const value = parseBoolean(text);
    if (value === undefined) return undefined;
    return value ? yes : no;
  };

/** The word, and in brackets what it stands for. */
function named(key: string, word: string): string {
  const meaning = machineWord(key, word);
  return meaning === undefined ? code(word) : `${code(word)} (${meaning})`;
}

const inAny = either('systemd runs in a virtual machine or a container', 'systemd runs on the bare machine');

/** `device-tree-compatible(VALUE)`, `smbios-field(FIELD OPERATOR VALUE)`. */
function firmware(text: string): string | undefined {
  const [, form, inner = ''] = /^([\w-]+)\((.+)\)$/.exec(text) ?? [];
  if (form === 'device-tree-compatible') return `the device tree names ${code(inner)} as compatible`;
  if (form === 'smbios-field') return `a field of SMBIOS (\`/sys/class/dmi/id/\`) is as ${code(inner)} says`;
  const known = machineWord('ConditionFirmware', text);
  return known && `the firmware of the machine has ${known}`;
}

function controllers(text: string): string {
  const hierarchy = machineWord('ConditionControlGroupController', text);
  if (hierarchy) return `the machine has ${hierarchy}`;
  const names = text.split(/\s+/);
  return names.length === 1
    ? `the control group controller ${code(text)} is available`
    : `the control group controllers ${names.map(code).join(', ')} are all available`;
}

function feature(text: string): string {
  const [, architecture, name] = /^([\w-]+)\.(.+)$/.exec(text) ?? [];
  return name === undefined
    ? `the processor has the feature ${code(text)}`
    : `the processor is ${code(architecture!)} and has the feature ${code(name)}`;
}

/** Conditions about the machine and the kernel. */
export const machineClauses: Clauses = {
  ConditionFirstBoot: either(
    'the machine boots for the first time, with `/etc/` still unpopulated',
    'the machine does not boot for the first time',
  ),
  ConditionACPower: either(
    'the machine is connected to a power source, or has no power supply that the kernel reports',
    'the machine runs on battery: the kernel reports power supplies, and none is connected',
  ),
  ConditionArchitecture: (word) => `the kernel reports that it runs on ${named('ConditionArchitecture', word)}`,
  ConditionVirtualization: (text) =>
    inAny(text) ?? `systemd runs in ${named('ConditionVirtualization', text)}; of several, the innermost counts`,
  ConditionSecurity: (word) => `the machine uses ${named('ConditionSecurity', word)}`,
  ConditionFirmware: firmware,
  ConditionControlGroupController: controllers,
  ConditionCPUFeature: feature,
  ConditionCapability: (name) => `${code(name)} is in the capability bounding set of the service manager`,
  ConditionKernelModuleLoaded: (name) => `the kernel module ${code(name)} is loaded and ready`,
};

const is =
  (what: string): Clause =>
  (path) =>
    `${code(path)} ${what}`;

/** Conditions about paths; links are followed but for the one that asks for a link. */
export const pathClauses: Clauses = {
  ConditionPathExists: is('exists (a link counts as what it leads to)'),
  ConditionPathExistsGlob: (pattern) => `at least one path matches ${code(pattern)}`,
  ConditionPathIsDirectory: is('is a directory'),
  ConditionPathIsSymbolicLink: is('is a symbolic link'),
  ConditionPathIsMountPoint: is('is a mount point'),
  ConditionPathIsReadWrite: is('lies on a file system that can be written'),
  ConditionPathIsEncrypted: is('lies on a block device encrypted by dm-crypt'),
  ConditionPathIsSocket: is('is a socket'),
  ConditionDirectoryNotEmpty: is('is a directory with something in it'),
  ConditionFileNotEmpty: is('is a regular file with something in it'),
  ConditionFileIsExecutable: is('is a regular file that is marked executable'),
  ConditionNeedsUpdate: is('is to be brought up to date, because `/usr/` changed since the last time'),
};
