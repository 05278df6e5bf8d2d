import { add, addAll, type Command, endOptions, option, retold } from './command.ts';
import { addCommand, addLine, type Conversion, podmanCommand, setLine, sourceOf } from './conversion.ts';
import { type Found, lookup, lookupFilled } from './lookup.ts';
import { podNameOf } from './names.ts';
import * as options from './options.ts';
import { addNetworks, addVolumes } from './references.ts';
import { addUserMappings } from './users.ts';

/** `podman pod create` before the start; the containers of the pod are started with it. */
export function convertPod(of: Conversion): void {
  const given = lookupFilled(sourceOf(of), 'PodName');
  const name = given ?? { text: podNameOf(of.file, of.podman), origin: undefined };
  for (const service of of.startedWith(of.file.name)) {
    addLine(of, 'Unit', 'Wants', service);
    addLine(of, 'Unit', 'Before', service);
  }
  options.setSyslogIdentifier(of);
  addCommand(of, 'ExecStart', add(podmanCommand(of), 'pod', 'start', of.podman < 506 ? ID_FILE : name));
  addStop(of, name);
  addCommand(of, 'ExecStartPre', createCommand(of, name));
  if (of.podman < 506) setLine(of, 'Environment', 'PODMAN_SYSTEMD_UNIT=%n');
  else options.addUnitVariable(of);
  setLine(of, 'Type', 'forking');
  setLine(of, 'Restart', 'on-failure');
  setLine(of, 'PIDFile', '%t/%N.pid');
}

/** Up to Podman 5.5 the pod was found again by a file with its id. */
const ID_FILE = '--pod-id-file=%t/%N.pod-id';

function addStop(of: Conversion, name: Found): void {
  const byId = of.podman < 506;
  const first = byId ? [ID_FILE] : [];
  const last = byId ? [] : [name];
  const timeout = of.podman >= 507 ? lookup(sourceOf(of), 'StopTimeout') : undefined;
  const time = timeout ? retold(timeout, `--time=${timeout.text}`) : '--time=10';
  addCommand(of, 'ExecStop', add(podmanCommand(of), 'pod', 'stop', ...first, '--ignore', time, ...last));
  addCommand(of, 'ExecStopPost', add(podmanCommand(of), 'pod', 'rm', ...first, '--ignore', '--force', ...last));
}

function createCommand(of: Conversion, name: Found): Command {
  const create = add(podmanCommand(of), 'pod', 'create', '--infra-conmon-pidfile=%t/%N.pid');
  const policy = lookup(sourceOf(of), 'ExitPolicy') ?? { text: 'stop', origin: undefined };
  const begun =
    of.podman < 506
      ? add(create, ID_FILE, '--exit-policy=stop', '--replace')
      : add(create, '--replace', ...option('--exit-policy', [policy]));
  const ports = options.addPublishedPorts(of, addUserMappings(of, begun));
  const labels = of.podman < 506 ? ports : options.addPairs(of, ports, { Label: '--label' });
  const strings = options.addStrings(of, addNetworks(of, labels), { IP: '--ip', IP6: '--ip6', ShmSize: '--shm-size' });
  const lists = options.addLists(of, strings, {
    NetworkAlias: '--network-alias',
    DNS: '--dns',
    DNSOption: '--dns-option',
    DNSSearch: '--dns-search',
    AddHost: '--add-host',
    HostName: '--hostname',
  });
  const infra = retold(name, `${name.text}-infra`);
  const names = [...option('--infra-name', [infra]), ...option('--name', [name])];
  return endOptions(options.addPodmanArgs(of, addAll(addVolumes(of, lists), names)));
}
