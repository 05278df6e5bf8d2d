type Meanings = Readonly<Record<string, string>>;

/** What runs the machine; systemd-detect-virt(1). */
const virtualizations: Meanings = {
  vm: 'a virtual machine of any sort',
  container: 'a container of any sort',
  'private-users': 'a user namespace',
  qemu: 'QEMU without KVM',
  kvm: 'KVM, the virtual machines of the Linux kernel',
  amazon: 'Amazon EC2 (Nitro)',
  zvm: 'IBM z/VM',
  vmware: 'VMware',
  microsoft: 'Microsoft Hyper-V',
  oracle: 'Oracle VirtualBox',
  powervm: 'IBM PowerVM',
  xen: 'Xen, without its control domain',
  bochs: 'Bochs',
  uml: 'User-mode Linux',
  parallels: 'Parallels',
  bhyve: 'bhyve of FreeBSD',
  qnx: 'the QNX hypervisor',
  acrn: 'ACRN',
  apple: "Apple's virtualization framework",
  sre: 'the LMHS SRE hypervisor',
  google: 'Google Compute Engine',
  openvz: 'OpenVZ or Virtuozzo',
  lxc: 'an LXC container',
  'lxc-libvirt': 'an LXC container of libvirt',
  'systemd-nspawn': 'a container of systemd-nspawn',
  docker: 'a Docker container',
  podman: 'a Podman container',
  rkt: 'an rkt container',
  wsl: 'the Windows Subsystem for Linux',
  proot: 'PRoot',
  pouch: 'a PouchContainer',
};

/** Processors whose names do not say it; the others are known by their own. */
const architectures: Meanings = {
  x86: '32-bit Intel and AMD processors',
  'x86-64': '64-bit Intel and AMD processors',
  ppc: '32-bit PowerPC',
  'ppc-le': '32-bit PowerPC, little endian',
  ppc64: '64-bit PowerPC',
  'ppc64-le': '64-bit PowerPC, little endian',
  ia64: 'Intel Itanium',
  parisc: 'HP PA-RISC',
  parisc64: '64-bit HP PA-RISC',
  s390: '31-bit IBM mainframes',
  s390x: '64-bit IBM mainframes',
  'mips-le': 'MIPS, little endian',
  mips64: '64-bit MIPS',
  'mips64-le': '64-bit MIPS, little endian',
  arm: '32-bit ARM, little endian',
  'arm-be': '32-bit ARM, big endian',
  arm64: '64-bit ARM (AArch64)',
  'arm64-be': '64-bit ARM (AArch64), big endian',
  sh: 'SuperH',
  sh64: '64-bit SuperH',
  m68k: 'Motorola 68000',
  'arc-be': 'ARC, big endian',
  loongarch64: '64-bit LoongArch',
  riscv32: '32-bit RISC-V',
  riscv64: '64-bit RISC-V',
  native: 'the architecture systemd itself was built for',
};

/** What guards the machine; systemd.unit(5), "Recognized security technologies". */
const securities: Meanings = {
  selinux: 'SELinux',
  apparmor: 'AppArmor',
  tomoyo: 'TOMOYO',
  smack: 'SMACK',
  ima: 'IMA, the measuring of files before they are used',
  audit: 'the audit framework of the kernel',
  'uefi-secureboot': 'Secure Boot of UEFI',
  tpm2: 'a TPM 2.0 that firmware, kernel and systemd can all use',
  cvm: 'a confidential virtual machine (SEV, TDX)',
  'measured-uki': 'a boot by a unified kernel image that was measured into the TPM',
  'measured-os': 'the measuring of the system into the TPM',
};

const firmwares: Meanings = {
  uefi: 'UEFI',
  'device-tree': 'a device tree',
};

const hierarchies: Meanings = {
  v1: 'the legacy or the hybrid control groups',
  v2: 'the unified control groups (v2)',
};

const tables: Readonly<Record<string, Meanings>> = {
  ConditionVirtualization: virtualizations,
  ConditionArchitecture: architectures,
  ConditionSecurity: securities,
  ConditionFirmware: firmwares,
  ConditionControlGroupController: hierarchies,
};

/** What a word of a condition stands for, where the word itself does not say it. */
export function machineWord(key: string, word: string): string | undefined {
  const table = tables[key] ?? {};
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
