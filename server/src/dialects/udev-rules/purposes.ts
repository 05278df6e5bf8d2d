/** What a key is for where it is compared, in a few words of our own; the manual says the rest. */
export const MATCHES: Readonly<Record<string, string>> = {
  ACTION: 'What happened to the device',
  DEVPATH: 'The path of the device below /sys',
  KERNEL: "The kernel's name of the device",
  KERNELS: "The kernel's name of the device or of one above it",
  NAME: 'The name of a network interface',
  SYMLINK: 'A link to the device node that a rule before has made',
  SUBSYSTEM: 'The subsystem of the device',
  SUBSYSTEMS: 'The subsystem of the device or of one above it',
  DRIVER: 'The driver of the device',
  DRIVERS: 'The driver of the device or of one above it',
  ATTR: 'An attribute of the device in /sys',
  ATTRS: 'An attribute in /sys of the device or of one above it',
  SYSCTL: 'A kernel parameter',
  ENV: 'A property of the device',
  CONST: 'A constant of the machine',
  TAG: 'A tag that a rule before has attached',
  TAGS: 'A tag of the device or of one above it',
  TEST: 'Whether a file exists',
  PROGRAM: 'Run a program; the rule goes on if it succeeds',
  RESULT: 'What the last PROGRAM printed',
  IMPORT: 'Import properties; the rule goes on if that succeeds',
};

/** The same where it is assigned or done. */
export const ASSIGNMENTS: Readonly<Record<string, string>> = {
  NAME: 'Name a network interface',
  SYMLINK: 'Make a link below /dev to the device node',
  ATTR: 'Write an attribute of the device in /sys',
  SYSCTL: 'Write a kernel parameter',
  ENV: 'Set a property of the device',
  TAG: 'Attach a tag to the device',
  PROGRAM: 'Run a program; the rule goes on if it succeeds',
  IMPORT: 'Import properties; the rule goes on if that succeeds',
  OWNER: 'Who owns the device node',
  GROUP: 'The group of the device node',
  MODE: 'The access mode of the device node',
  SECLABEL: 'The security label of the device node',
  RUN: 'Run a program once all rules were read',
  GOTO: 'Jump to a label further down',
  LABEL: 'A label to jump to',
  OPTIONS: 'Options of the rule and of the device',
};

export const OPERATORS_MEAN: Readonly<Record<string, string>> = {
  '==': 'is, or fits the pattern',
  '!=': 'is not, does not fit the pattern, or is not there',
  '=': 'set, in place of what was there',
  '+=': 'add to what is there',
  '-=': 'take away from what is there',
  ':=': 'set once and for all: rules below do not change it',
};

/** What is replaced in values. */
export const SUBSTITUTIONS_MEAN: Readonly<Record<string, string>> = {
  devnode: 'the path of the device node',
  attr: 'an attribute of the device in /sys',
  env: 'a property of the device',
  kernel: "the kernel's name of the device",
  number: 'the number at the end of that name',
  driver: 'the driver of the device that DRIVERS and its like have found',
  devpath: 'the path of the device below /sys',
  id: 'the name of the device that KERNELS and its like have found',
  major: 'the major number',
  minor: 'the minor number',
  result: 'what PROGRAM printed, or a part of it: %c{2}, %c{2+}',
  parent: 'the node of the device above',
  name: 'the name of the device',
  links: 'the links to the device node',
  root: '/dev',
  sys: '/sys',
};

export const BUILTINS_MEAN: Readonly<Record<string, string>> = {
  blkid: 'file system and partition',
  btrfs: 'volumes of btrfs',
  dissect_image: 'partitions of a disk image',
  factory_reset: 'whether a factory reset is under way',
  hwdb: 'what the hardware database has',
  input_id: 'kind of input device',
  keyboard: 'keyboard scan codes and touchpad settings',
  kmod: 'load a kernel module',
  net_driver: 'driver of a network interface',
  net_id: 'predictable names of a network interface',
  net_setup_link: 'what .link files say of an interface',
  path_id: 'a path that stays the same',
  tpm2_id: 'vendor and model of a TPM2',
  uaccess: 'give the user at the seat access',
  usb_id: 'vendor, model and serial number of a USB device',
};

export const OPTIONS_MEAN: Readonly<Record<string, string>> = {
  link_priority: 'which device gets a link that several claim',
  string_escape: 'whether odd characters are replaced',
  static_node: 'set up a node before its device is there',
  watch: 'tell of changes when the node was written to',
  nowatch: 'do not watch the node',
  db_persist: 'keep the properties past the initrd',
  log_level: 'log this event in more detail',
  dump: 'print the state of the event',
  'dump-json': 'print the state of the event as JSON',
};

/** Kinds of IMPORT and RUN. */
export const TYPES_MEAN: Readonly<Record<string, string>> = {
  program: 'a program of the system',
  builtin: 'a program of udev itself',
  file: 'a file of NAME=VALUE lines',
  db: 'a property known from an earlier event',
  cmdline: 'a word of the kernel command line',
  parent: 'properties of the device above',
};
