import { signals } from '../../../values/basic/signals.ts';
import { capabilities } from '../../../values/security/capabilities.ts';
import {
  addressFault,
  countFault,
  durationFault,
  type Fault,
  isAddress,
  nameFault,
  sizeFault,
  wholeNumberFault,
} from './go-values.ts';
import { mountFault, tmpfsFault, volumeFault } from './mounts.ts';
import { cut, firstFault, mappingFault, networkFault, usernsFault } from './namespaces.ts';
import { rangeFault, subnetFault } from './subnets.ts';

/** An option of podman as the line says it. */
type Check = (value: string, podman: number) => Fault;

/** `ulimitNameMapping` of docker/go-units. */
export const LIMITS =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');

function ulimitFault(text: string): Fault {
  if (text === 'host') return undefined;
  const [name, value] = cut(text);
  if (value === undefined) return `"${text}" is not a limit; write NAME=SOFT:HARD, such as nofile=1024:2048`;
  if (!LIMITS.includes(name.toLowerCase())) return `"${name}" is not a limit; podman takes ${LIMITS.join(', ')}`;
  const numbers = value.split(':');
  const isWritten = numbers.length <= 2 && numbers.every((number) => /^[+-]?\d+$/.test(number));
  if (!isWritten) return `"${value}" is not a limit; write one number or SOFT:HARD, and -1 for none`;
  const [soft = 0, hard = soft] = numbers.map(Number);
  if (hard !== -1 && (soft === -1 || soft > hard)) return `The soft limit ${soft} is above the hard limit ${hard}`;
  return undefined;
}

function capabilityFault(text: string): Fault {
  const name = text.toUpperCase();
  const isKnown = name === '' || name === 'ALL' || capabilities.has(name) || capabilities.has(`CAP_${name}`);
  return isKnown ? undefined : `"${text}" is not a capability`;
}

/** `parse.ValidateExtraHost()`. */
function hostFault(text: string): Fault {
  const [names, address] = cut(text, ':');
  if (address === undefined || names === '') return `"${text}" is not a host; write NAME:ADDRESS`;
  if (names.split(';').includes('')) return `A name is missing in "${text}"`;
  return address === 'host-gateway' || isAddress(address) ? undefined : `"${address}" is not an IP address`;
}

/** `validateDomain()` of containers/common. */
function domainFault(text: string): Fault {
  const isDomain =
    text === '.' ||
    (/[a-zA-Z]/.test(text) && /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*\.?$/i.test(text));
  return text === '' || isDomain ? undefined : `"${text}" is not a domain`;
}

export const IPAM_DRIVERS = ['host-local', 'dhcp', 'none'];

export const LOG_DRIVERS = ['journald', 'k8s-file', 'json-file', 'none', 'passthrough', 'passthrough-tty'];

function logOptionFault(text: string): Fault {
  const [key, value] = cut(text);
  if (value === undefined) return `"${text}" is not an option of a log; write NAME=VALUE`;
  return key === 'max-size' ? sizeFault(value) : undefined;
}

const SYSCTLS = /^(?:net\.|fs\.mqueue\.|kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)$)/;

function sysctlFault(text: string): Fault {
  const [name, value] = cut(text);
  if (value === undefined) return `"${text}" is not a setting; write NAME=VALUE`;
  if (SYSCTLS.test(name)) return undefined;
  return `"${name}" cannot be set for a container; podman takes net.*, fs.mqueue.* and those of kernel.msg*, kernel.sem and kernel.shm*`;
}

/** Names with or without SIG in any case, real-time signals, numbers. */
function signalFault(text: string): Fault {
  const name = text.toUpperCase().replace(/^SIG/, '');
  const isNumber = /^[+-]?\d+$/.test(text);
  if (isNumber && (Number(text) === -1 || (Number(text) >= 1 && Number(text) <= 64))) return undefined;
  const isName = !isNumber && (signals.some((signal) => signal.name === `SIG${name}`) || ALSO.test(name));
  return isName ? undefined : `"${text}" is not a signal`;
}

const ALSO = /^(?:CLD|IOT|POLL|RTMIN(?:\+(?:[1-9]|1[0-5]))?|RTMAX(?:-(?:[1-9]|1[0-4]))?)$/;

/** `NAME[,OPTION=VALUE…]`, cmd/podman/common/secrets. */
function secretFault(text: string): Fault {
  const fields = text.split(',');
  const options = fields.length > 1 && !fields[0]!.includes('=') ? fields.slice(1) : fields.length > 1 ? fields : [];
  const fault = firstFault(options, secretOptionFault);
  const isVariable = options.includes('type=env');
  if (fault || !isVariable || !options.some((option) => /^(?:uid|gid|mode)=/.test(option))) return fault;
  return 'A secret of type=env does not take uid=, gid= or mode=';
}

function secretOptionFault(option: string): Fault {
  const [key, value] = cut(option);
  if (value === undefined) return `"${option}" is not an option of a secret; write NAME=VALUE`;
  switch (key) {
    case 'source':
    case 'target':
      return undefined;
    case 'type':
      return value === 'mount' || value === 'env'
        ? undefined
        : `type=${value} is not possible; a secret is of type=mount or type=env`;
    case 'mode':
      return /^[0-7]+$/.test(value) ? undefined : `"${value}" is not an octal mode`;
    case 'uid':
    case 'gid':
      return /^\d+$/.test(value) ? undefined : `"${value}" is not the number of a user or group`;
    default:
      return `"${key}" is not an option of a secret; there are type, target, mode, uid and gid`;
  }
}

/** HOST[:CONTAINER[:RIGHTS]]; devices of CDI have an equals sign. */
function deviceFault(text: string): Fault {
  if (/^[^/:]+\/[^/:]+=/.test(text)) return undefined;
  const [, container, rights, ...more] = text.split(':');
  if (more.length > 0) return `"${text}" has too many colons; write HOST:CONTAINER:RIGHTS`;
  const mode = rights ?? (container?.startsWith('/') || container === '' ? undefined : container);
  const isMode = mode === undefined || (/^[rwm]+$/.test(mode) && new Set(mode).size === mode.length);
  return isMode ? undefined : `"${mode}" are not rights to a device; write r, w and m`;
}

const pair =
  (what: string): Check =>
  (value) =>
    value.includes('=') ? undefined : `"${value}" is not ${what}; write NAME=VALUE`;

const named =
  (what: string): Check =>
  (value) =>
    value.startsWith('=') ? `The name of ${what} is missing in "${value}"` : undefined;

const inList =
  (check: Check): Check =>
  (value, podman) =>
    firstFault(value.split(','), (each) => check(each, podman));

/** The duration of a check of health; that of an interval may be off. */
const interval: Check = (value) => (value === 'disable' ? undefined : durationFault(value));

/** A check that takes a second at least, `makeHealthCheckFromCli()`. */
const timeout: Check = (value) =>
  durationFault(value) ?? (isBelowSecond(value) ? `"${value}" is less than a second` : undefined);

const isBelowSecond = (text: string): boolean => text.startsWith('-') || /^\+?0*(?:\.0*)?(?:[a-zµμ]*)$/.test(text);

const startPeriod: Check = (value) =>
  durationFault(value) ?? (/^-.*[1-9]/.test(value) ? `"${value}" is less than nothing` : undefined);

const healthCommandFault: Check = (value) => (/^\[\s*\]$/.test(value) ? 'The list has no command in it' : undefined);

/** What `podman create` says of the values of its options. */
export const OPTIONS: Readonly<Record<string, Check>> = {
  '--add-host': inList(hostFault),
  '--annotation': pair('an annotation'),
  '--cap-add': inList(capabilityFault),
  '--cap-drop': inList(capabilityFault),
  '--device': deviceFault,
  '--dns': inList((value) => (value === 'none' || value === '' ? undefined : addressFault(value))),
  '--dns-search': inList(domainFault),
  '--env': named('the variable'),
  '--gateway': addressFault,
  '--gidmap': mappingFault,
  '--health-cmd': healthCommandFault,
  '--health-interval': interval,
  '--health-max-log-count': countFault,
  '--health-max-log-size': countFault,
  '--health-retries': countFault,
  '--health-start-period': startPeriod,
  '--health-startup-interval': interval,
  '--health-startup-retries': countFault,
  '--health-startup-success': countFault,
  '--health-startup-timeout': durationFault,
  '--health-timeout': timeout,
  '--ip': addressFault,
  '--ip-range': rangeFault,
  '--ip6': addressFault,
  '--ipam-driver': (value) =>
    IPAM_DRIVERS.includes(value)
      ? undefined
      : `"${value}" is not an IPAM driver; podman takes ${IPAM_DRIVERS.join(', ')}`,
  '--label': named('the label'),
  '--log-driver': (value) =>
    LOG_DRIVERS.includes(value) ? undefined : `"${value}" is not a log driver; podman takes ${LOG_DRIVERS.join(', ')}`,
  '--log-opt': logOptionFault,
  '--memory': sizeFault,
  '--mount': mountFault,
  '--name': (value) => nameFault(value.replace(/^\//, '')),
  '--network': networkFault,
  '--pids-limit': wholeNumberFault,
  '--retry': countFault,
  '--secret': secretFault,
  '--shm-size': sizeFault,
  '--stop-signal': signalFault,
  '--stop-timeout': countFault,
  '--subnet': subnetFault,
  '--sysctl': sysctlFault,
  '--tmpfs': tmpfsFault,
  '--uidmap': mappingFault,
  '--ulimit': ulimitFault,
  '--userns': usernsFault,
  '--volume': volumeFault,
  '-v': volumeFault,
};
