import { requireStorage } from './begin.ts';
import { add, addAll, type Command, endOptions, option, retold } from './command.ts';
import { addCommand, addLine, type Conversion, podmanCommand, refuse, refuseValue, sourceOf } from './conversion.ts';
import { trim } from './go.ts';
import {
  type Found,
  isTrue,
  lookup,
  lookupAll,
  lookupArguments,
  lookupBoolean,
  lookupFilled,
  lookupWords,
} from './lookup.ts';
import { containerNameOf } from './names.ts';
import * as options from './options.ts';
import { absolute, addMounts, addNetworks, addPod, addVolumes, resolveImage } from './references.ts';
import { addUser, addUserMappings } from './users.ts';

/** `podman run`, and the commands that stop and reload the container. */
export function convertContainer(of: Conversion): void {
  const image = imageOf(of);
  const name = nameOf(of);
  options.addUnitVariable(of);
  options.setKillMode(of);
  if (of.podman < 506) requireStorage(of);
  addStop(of, name);
  addReload(of, name);
  const steps = [
    addIdentity,
    addLimits,
    addNotify,
    addSecurity,
    addRights,
    addStorage,
    addPorts,
    addData,
    addHealth,
    addPod,
  ];
  const run = add(podmanCommand(of), 'run', '--name', name);
  const command = steps.reduce((so, step) => step(of, so), run);
  const last = addAll(endOptions(options.addPodmanArgs(of, command)), image);
  addCommand(of, 'ExecStart', addAll(last, lookupArguments(sourceOf(of), 'Exec') ?? []));
}

/** The last words before the command: the image, or a folder in its place. */
function imageOf(of: Conversion): readonly Found[] {
  const image = lookupFilled(sourceOf(of), 'Image');
  const rootfs = lookupFilled(sourceOf(of), 'Rootfs');
  if (image && rootfs) refuseValue('image-and-rootfs', 'Rootfs', rootfs);
  if (image) return [resolveImage(of, image)];
  return rootfs ? option('--rootfs', [rootfs]) : refuse('no-image');
}

function nameOf(of: Conversion): Found {
  const given = lookupFilled(sourceOf(of), 'ContainerName');
  return given ?? { text: containerNameOf(of.file, of.podman), origin: undefined };
}

/** Up to Podman 5.5 the container was found again by a file with its id. */
const ID_FILE = '--cidfile=%t/%N.cid';

function addStop(of: Conversion, name: Found): void {
  const stop = (program: string): Command =>
    add(podmanCommand(of, program), 'rm', '-v', '-f', '-i', of.podman < 506 ? ID_FILE : name);
  addCommand(of, 'ExecStop', stop('/usr/bin/podman'));
  addCommand(of, 'ExecStopPost', stop('-/usr/bin/podman'));
}

function addReload(of: Conversion, name: Found): void {
  if (of.podman < 505) return;
  const signal = lookupFilled(sourceOf(of), 'ReloadSignal');
  const words = lookupArguments(sourceOf(of), 'ReloadCmd') ?? [];
  if (words[0] && signal) refuseValue('reload-twice', 'ReloadSignal', signal);
  const byId = of.podman < 506;
  if (words[0]) addCommand(of, 'ExecReload', add(podmanCommand(of), 'exec', byId ? ID_FILE : name, ...words));
  else if (signal) {
    const kill = byId
      ? ['kill', ID_FILE, ...option('--signal', [signal])]
      : ['kill', ...option('--signal', [signal]), name];
    addCommand(of, 'ExecReload', add(podmanCommand(of), ...kill));
  }
}

function addIdentity(of: Conversion, to: Command): Command {
  const replacing = add(to, ...(of.podman < 506 ? [ID_FILE] : []), '--replace', '--rm');
  const logging = options.addLogging(of, replacing);
  addLine(of, 'Service', 'Delegate', 'yes');
  const cgroups = lookupFilled(sourceOf(of), 'CgroupsMode');
  return addAll(logging, cgroups ? option('--cgroups', [cgroups]) : ['--cgroups=split']);
}

function addLimits(of: Conversion, to: Command): Command {
  const entrypoint = lookup(sourceOf(of), 'Entrypoint');
  const isJoined = of.podman >= 508;
  const begun = isJoined && entrypoint ? add(to, retold(entrypoint, `--entrypoint=${entrypoint.text}`)) : to;
  const strings = options.addStrings(of, begun, isJoined ? STRINGS : { ...STRINGS, Entrypoint: '--entrypoint' });
  const lists = options.addLists(of, strings, LISTS);
  return addNetworks(of, options.addBooleans(of, lists, BOOLEANS));
}

const STRINGS = {
  Timezone: '--tz',
  PidsLimit: '--pids-limit',
  ShmSize: '--shm-size',
  WorkingDir: '--workdir',
  IP: '--ip',
  IP6: '--ip6',
  HostName: '--hostname',
  StopSignal: '--stop-signal',
  StopTimeout: '--stop-timeout',
  Pull: '--pull',
  Memory: '--memory',
  Retry: '--retry',
  RetryDelay: '--retry-delay',
};

const LISTS = {
  NetworkAlias: '--network-alias',
  Ulimit: '--ulimit',
  DNS: '--dns',
  DNSOption: '--dns-option',
  DNSSearch: '--dns-search',
  GroupAdd: '--group-add',
  AddHost: '--add-host',
  Tmpfs: '--tmpfs',
};

const BOOLEANS = {
  RunInit: '--init',
  EnvironmentHost: '--env-host',
  HttpProxy: '--http-proxy',
  ReadOnlyTmpfs: '--read-only-tmpfs',
};

/** Unless the service runs once, Podman tells systemd when the container is up, and does not stay itself. */
function addNotify(of: Conversion, to: Command): Command {
  const type = options.serviceType(of);
  const notify = lookup(sourceOf(of), 'Notify');
  const command = type === 'oneshot' ? to : addAll(to, [notifyWord(notify), '-d']);
  if (type !== 'oneshot') options.setNotify(of);
  options.setSyslogIdentifier(of);
  return command;
}

function notifyWord(notify: Found | undefined): Found {
  const by = /^healthy$/i.test(notify?.text ?? '') ? 'healthy' : isTrue(notify?.text ?? '') ? 'container' : 'conmon';
  return { text: `--sdnotify=${by}`, origin: notify?.origin };
}

function addSecurity(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const when = (key: string, ...words: readonly string[]): Found[] => {
    const found = lookupBoolean(place, key);
    return found?.value ? words.map((word) => retold(found, word)) : [];
  };
  const labelled = (key: string, prefix: string): Found[] => {
    const found = lookupFilled(place, key);
    return found ? option('--security-opt', [retold(found, prefix + found.text)]) : [];
  };
  return addAll(to, [
    ...when('NoNewPrivileges', '--security-opt=no-new-privileges'),
    ...when('SecurityLabelDisable', '--security-opt', 'label=disable'),
    ...when('SecurityLabelNested', '--security-opt', 'label=nested'),
    ...labelled('SecurityLabelType', 'label=type:'),
    ...labelled('SecurityLabelFileType', 'label=filetype:'),
    ...labelled('SecurityLabelLevel', 'label=level:'),
    ...labelled('AppArmor', 'apparmor='),
  ]);
}

function addRights(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const seccomp = lookup(place, 'SeccompProfile');
  const lowered = (key: string): Found[] =>
    lookupWords(place, key, 'list').map((found) => retold(found, found.text.toLowerCase()));
  return addAll(to, [
    ...option('--device', devicesOf(of)),
    ...option('--security-opt', seccomp ? [retold(seccomp, `seccomp=${seccomp.text}`)] : []),
    ...option('--cap-drop', lowered('DropCapability')),
    ...option('--cap-add', lowered('AddCapability')),
    ...option('--sysctl', lookupWords(place, 'Sysctl', 'list')),
  ]);
}

/** A device behind a dash is left out where it is not there. */
function devicesOf(of: Conversion): Found[] {
  const plain = (found: Found): Found => retold(found, found.text.replace(/^-/, ''));
  return lookupWords(sourceOf(of), 'AddDevice', 'list')
    .filter(({ text }) => !text.startsWith('-') || of.hasDevice(text.slice(1).split(':')[0]!))
    .map(plain);
}

function addStorage(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const isReadOnly = lookupBoolean(place, 'ReadOnly')?.value ?? false;
  const temporary = lookupBoolean(place, 'VolatileTmp');
  const readOnly = addAll(to, options.booleanOption(of, 'ReadOnly', '--read-only'));
  const tmpfs = temporary?.value && !isReadOnly ? [retold(temporary, '/tmp:rw,size=512M,mode=1777')] : [];
  const command = addAll(readOnly, option('--tmpfs', tmpfs));
  return addVolumes(of, addUserMappings(of, addUser(of, command)));
}

function addPorts(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const update = lookupFilled(place, 'AutoUpdate');
  const labels = update ? [retold(update, `io.containers.autoupdate=${update.text}`)] : [];
  const exposed = lookupAll(place, 'ExposeHostPort').map((found) => {
    const port = trim(found.text);
    // Only its end is looked at: `x80` passes.
    return /\d(?:\/udp|\/tcp)?$/.test(port) ? retold(found, port) : refuseValue('port', 'ExposeHostPort', found, port);
  });
  const command = addAll(to, [...option('--label', labels), ...option('--expose', exposed)]);
  return options.addPublishedPorts(of, command);
}

function addData(of: Conversion, to: Command): Command {
  const pairs = options.addPairs(of, to, { Environment: '--env', Label: '--label', Annotation: '--annotation' });
  const masks = options.addWords(of, pairs, { key: 'Mask', flag: '--security-opt', prefix: 'mask=' });
  const unmasks = options.addWords(of, masks, { key: 'Unmask', flag: '--security-opt', prefix: 'unmask=' });
  const files = lookupWords(sourceOf(of), 'EnvironmentFile', 'arguments').map((found) => absolute(of, found));
  const secrets = options.addWords(of, addAll(unmasks, option('--env-file', files)), {
    key: 'Secret',
    flag: '--secret',
  });
  return addMounts(of, secrets);
}

const HEALTH = {
  HealthCmd: 'cmd',
  HealthInterval: 'interval',
  HealthOnFailure: 'on-failure',
  HealthLogDestination: 'log-destination',
  HealthMaxLogCount: 'max-log-count',
  HealthMaxLogSize: 'max-log-size',
  HealthRetries: 'retries',
  HealthStartPeriod: 'start-period',
  HealthTimeout: 'timeout',
  HealthStartupCmd: 'startup-cmd',
  HealthStartupInterval: 'startup-interval',
  HealthStartupRetries: 'startup-retries',
  HealthStartupSuccess: 'startup-success',
  HealthStartupTimeout: 'startup-timeout',
};

function addHealth(of: Conversion, to: Command): Command {
  const set = Object.entries(HEALTH).flatMap(([key, name]) => {
    const found = lookupFilled(sourceOf(of), key);
    return found ? option(`--health-${name}`, [found]) : [];
  });
  return addAll(to, set);
}
