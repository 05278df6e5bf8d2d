/** The way from nothing to a running system, in bootup(7): what each target waits for comes before it. */
const way: readonly BootStep[] = [
  {
    target: 'local-fs.target',
    brief: 'file systems are mounted',
    what: 'file systems of this machine are mounted',
  },
  {
    target: 'sysinit.target',
    brief: 'swap, udev, journal',
    what: 'the system is initialised: mounts, swap, udev, journal, random seed',
  },
  {
    target: 'basic.target',
    brief: 'sockets, timers, paths',
    what: 'sockets, timers, paths and slices are set up',
  },
  {
    target: 'multi-user.target',
    brief: 'services, text consoles',
    what: 'services run and users can log in on text consoles',
  },
  { target: 'graphical.target', brief: 'the graphical login', what: 'the graphical login is up' },
];

/** Well-known targets beside the way: the step of it that they come before. */
const beside: Readonly<Record<string, { readonly before: string; readonly what: string }>> = {
  'local-fs-pre.target': { before: 'local-fs.target', what: 'before file systems are mounted' },
  'swap.target': { before: 'sysinit.target', what: 'swap devices are in use' },
  'cryptsetup.target': { before: 'sysinit.target', what: 'encrypted devices are set up' },
  'sockets.target': { before: 'basic.target', what: 'sockets listen' },
  'timers.target': { before: 'basic.target', what: 'timers are waiting' },
  'paths.target': { before: 'basic.target', what: 'paths are watched' },
  'slices.target': { before: 'basic.target', what: 'slices are set up' },
  'network-pre.target': { before: 'multi-user.target', what: 'before any network is configured: for firewalls' },
  'network.target': {
    before: 'multi-user.target',
    what: 'network management has started; nothing is said of a connection',
  },
  'network-online.target': { before: 'multi-user.target', what: 'the network is up, as its manager understands it' },
  'nss-lookup.target': { before: 'multi-user.target', what: 'host names can be looked up' },
  'nss-user-lookup.target': { before: 'multi-user.target', what: 'users can be looked up' },
  'time-sync.target': { before: 'multi-user.target', what: 'the clock has been set' },
  'time-set.target': { before: 'sysinit.target', what: 'the clock is roughly right' },
  'remote-fs.target': { before: 'multi-user.target', what: 'network file systems are mounted' },
  'getty.target': { before: 'multi-user.target', what: 'login prompts' },
};

/** One step of the position in the boot. */
export interface BootStep {
  readonly target: string;
  /** In three words. */
  readonly brief?: string;
  readonly what: string;
  /** For targets beside the way: the step they come before. */
  readonly before?: string;
}

export const bootSteps: readonly BootStep[] = way;

/** Where a target stands in the boot; undefined for one that has no fixed place. */
export function bootStep(target: string): BootStep | undefined {
  const main = bootSteps.find((step) => step.target === target);
  const other = Object.hasOwn(beside, target) ? beside[target] : undefined;
  return main ?? (other && { target, ...other });
}

/** `local-fs → sysinit → **basic** → …` and what has happened by then; empty for units with no fixed place. */
export function bootPlace(name: string): string {
  const step = bootStep(name);
  if (!step) return '';
  const names = bootSteps.flatMap(({ target }) => {
    const short = target.replace('.target', '');
    if (target === name) return [`**${short}**`];
    return step.before === target ? [`**${name.replace('.target', '')}**`, short] : [short];
  });
  return `Boot: ${names.join(' → ')}  \nThen ${step.what}.`.replace('Then before', 'Reached before');
}
