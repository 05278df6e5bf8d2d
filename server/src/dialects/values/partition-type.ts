import { isId128 } from './id128.ts';

/** Architectures that partitions are for; src/shared/gpt.c. */
const ARCHITECTURES = [
  ...['alpha', 'arc', 'arm', 'arm64', 'ia64', 'loongarch64', 'mips', 'mips64', 'mips-le', 'mips64-le', 'parisc'],
  ...['ppc', 'ppc64', 'ppc64-le', 'riscv32', 'riscv64', 's390', 's390x', 'tilegx', 'x86', 'x86-64', 'secondary'],
];

const OF_MACHINES = new RegExp(`^(?:root|usr)(?:-(?:${ARCHITECTURES.join('|')}))?(?:-verity(?:-sig)?)?$`);

/** What is the same whatever the machine. */
export const COMMON_PARTITIONS: Readonly<Record<string, string>> = {
  root: 'the root file system of the machine it is made on',
  'root-verity': 'hashes of the root file system',
  'root-verity-sig': 'the signature of these hashes',
  usr: '/usr of the machine it is made on',
  'usr-verity': 'hashes of /usr',
  'usr-verity-sig': 'the signature of these hashes',
  esp: 'the EFI system partition',
  xbootldr: 'boot loader entries and kernels',
  swap: '',
  home: '/home',
  srv: '/srv',
  var: '/var of this installation',
  tmp: '/var/tmp',
  'user-home': 'the home directory of one user',
  'linux-generic': 'any file system',
};

/** `gpt_partition_type_from_string()`: a name or an identifier. */
export const isPartitionType = (text: string): boolean =>
  Object.hasOwn(COMMON_PARTITIONS, text) || OF_MACHINES.test(text) || isId128(text);
