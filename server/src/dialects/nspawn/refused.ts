import type { JudgedFile } from '../../engine/judged-file.ts';
import { since } from '../../values/changes.ts';
import { isNo, isYes, type Settings, settingsIn } from '../settings.ts';
import { isAbsolutePath } from '../values/paths.ts';

interface Refusal {
  readonly section: string;
  readonly message: string;
}

interface Container {
  readonly exec: Settings;
  readonly files: Settings;
  readonly network: Settings;
  readonly version: number;
  /** Whether files are given to the users of the container: the last of two keys for it counts. */
  readonly isChowned: boolean;
}

const STOPS = 'systemd-nspawn does not start the container';

/** Keys that give the container a network of its own. */
const INTERFACES = ['Interface', 'MACVLAN', 'IPVLAN', 'VirtualEthernetExtra', 'Bridge', 'Zone'];

const deviceOf = (network: Settings): string | undefined =>
  isYes(network.get('VirtualEthernet')) ? 'VirtualEthernet' : INTERFACES.find((key) => network.has(key));

function ofExec({ exec }: Container): string | undefined {
  if (isYes(exec.get('Boot')) && isYes(exec.get('ProcessTwo')))
    return 'Boot=yes and ProcessTwo=yes contradict each other; systemd-nspawn ignores the second. Take one of them out.';
  if (isYes(exec.get('Ephemeral')) && ['host', 'guest'].includes(exec.get('LinkJournal') ?? ''))
    return `A container with Ephemeral=yes leaves nothing behind, and LinkJournal=${exec.get('LinkJournal')} would; ${STOPS}. Take one of them out.`;
  if (!exec.has('AmbientCapability')) return undefined;
  if (/(?:^|\s)all(?:\s|$)/.test(exec.get('AmbientCapability')!))
    return `AmbientCapability= does not take all; ${STOPS}. Write the capabilities that its program needs.`;
  return isYes(exec.get('Boot'))
    ? `With Boot=yes the container has an init of its own, which AmbientCapability= is not for; ${STOPS}. Take one of them out.`
    : undefined;
}

function ofNetwork({ network }: Container): string | undefined {
  const device = deviceOf(network);
  if (network.has('Bridge') && network.has('Zone'))
    return `A container is in a bridge or in a zone; with Bridge= and Zone= ${STOPS}. Take one of them out.`;
  if (network.has('NamespacePath') && device)
    return `NamespacePath= is a network that is there already, to which ${device}= adds nothing; ${STOPS}. Take one of them out.`;
  return network.has('Port') && !device && !isYes(network.get('Private'))
    ? `Port= needs a network of the container's own; ${STOPS}. Write VirtualEthernet=yes as well.`
    : undefined;
}

function ofFiles({ files, exec, isChowned, version }: Container): string | undefined {
  const users = exec.get('PrivateUsers');
  if (files.has('BindUser') && (!users || isNo(users)) && !since(version, 'BindUser= turns PrivateUsers= on'))
    return `BindUser= needs PrivateUsers= in [Exec]; ${STOPS}. Write PrivateUsers=pick there.`;
  if (isAbsolutePath(files.get('BindUserShell') ?? '') && !files.has('BindUser'))
    return `BindUserShell= is the shell of users that BindUser= names; ${STOPS}. Write BindUser= as well.`;
  return isChowned && (isYes(files.get('ReadOnly')) || (files.has('Volatile') && !isNo(files.get('Volatile'))))
    ? `The files are to be given to the users of the container, and may not be written to; ${STOPS}. Write PrivateUsersOwnership=map.`
    : undefined;
}

function isChowned({ assignments }: JudgedFile): boolean {
  const found = assignments.filter(
    ({ section, node, accepted }) =>
      section === 'Files' && accepted && ['PrivateUsersOwnership', 'PrivateUsersChown'].includes(node.key),
  );
  const text = found.at(-1)?.node.value.text;
  return text === 'chown' || (found.at(-1)?.node.key === 'PrivateUsersChown' && isYes(text));
}

/** `verify_arguments()` and `verify_network_interfaces_initialized()` of src/nspawn/nspawn.c. */
export function containerRefused(file: JudgedFile): Refusal | undefined {
  const [exec, files, network] = ['Exec', 'Files', 'Network'].map((name) => settingsIn(file, name));
  const container = {
    exec: exec!,
    files: files!,
    network: network!,
    isChowned: isChowned(file),
    version: file.version,
  };
  for (const [section, ask] of [
    ['Network', ofNetwork],
    ['Files', ofFiles],
    ['Exec', ofExec],
  ] as const) {
    const message = ask(container);
    if (message) return { section, message };
  }
  return undefined;
}
