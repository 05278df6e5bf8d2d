import { type Entry, isMapping } from './compose-document.ts';
import { literal, word, words } from './imported.ts';
import { type Translated, VALUE_OPTIONS } from './podman-run-options.ts';

/** What is known of the other parts of a Compose file. */
export interface ComposeContext {
  /** Networks and volumes that get a file of their own; others are Podman's already. */
  readonly networks: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
}

/** How a key of a service is written in a `.container` file; compose-spec, "Services". */
type ServiceKey = (value: unknown, context: ComposeContext) => readonly Translated[];

const container = (key: string, value: string): Translated => ({ section: 'Container', key, value });
const unit = (key: string, value: string): Translated => ({ section: 'Unit', key, value });
const remark = (text: string): readonly Translated[] => [{ remark: text }];

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A list, or a mapping as `key=value`; one word stands for a list of one. */
function listOf(value: unknown, joint = '='): string[] {
  if (Array.isArray(value)) return value.map(textOf);
  if (isMapping(value))
    return Object.entries(value).map(([key, each]) => (each === null ? key : `${key}${joint}${textOf(each)}`));
  return value === null || value === undefined ? [] : [textOf(value)];
}

/** The same as an option of `podman run`, for each entry. */
const option =
  (name: string, joint = '='): ServiceKey =>
  (value) =>
    listOf(value, joint).flatMap((each) => VALUE_OPTIONS[name]!(each));

const argument =
  (name: string): ServiceKey =>
  (value) =>
    listOf(value).map((each) => container('PodmanArgs', word(`--${name}=${literal(each)}`)));

const flag =
  (key: string): ServiceKey =>
  (value) => [container(key, value === true || value === 'true' ? 'true' : 'false')];

/** A command as a list, or as a line that is split as a shell does. */
const command = (value: unknown): string =>
  Array.isArray(value) ? words(value.map((each) => literal(textOf(each)))) : literal(textOf(value));

const entrypoint: ServiceKey = (value) => {
  const list = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/\s+/);
  return [container('Entrypoint', literal(list.length === 1 ? list[0]! : JSON.stringify(list)))];
};

function port(value: unknown): readonly Translated[] {
  if (!isMapping(value)) return VALUE_OPTIONS.publish!(textOf(value));
  const { host_ip: host, published, target, protocol } = value;
  const outside = published === undefined ? '' : `${textOf(published)}:`;
  const address = host === undefined ? '' : `${textOf(host)}:`;
  const inside = `${textOf(target)}${protocol === undefined || protocol === 'tcp' ? '' : `/${textOf(protocol)}`}`;
  return VALUE_OPTIONS.publish!(`${address}${outside}${inside}`);
}

/** A volume's name becomes that of its file, so that systemd makes it first. */
function volume(value: unknown, { volumes }: ComposeContext): readonly Translated[] {
  if (!isMapping(value)) {
    const [source = '', ...rest] = textOf(value).split(':');
    const name = volumes.has(source) && rest.length > 0 ? `${source}.volume` : source;
    return VALUE_OPTIONS.volume!([name, ...rest].join(':'));
  }
  const { type = 'volume', source, target, read_only: readOnly } = value;
  if (type === 'tmpfs') return [container('Tmpfs', literal(textOf(target)))];
  const name = volumes.has(textOf(source)) ? `${textOf(source)}.volume` : textOf(source);
  const parts = [name, textOf(target), ...(readOnly === true ? ['ro'] : [])].filter((part) => part !== '');
  return VALUE_OPTIONS.volume!(parts.join(':'));
}

const networkName = (name: string, { networks }: ComposeContext): string =>
  networks.has(name) ? `${name}.network` : name;

const network: ServiceKey = (value, context) => {
  if (!isMapping(value)) return listOf(value).map((name) => container('Network', networkName(name, context)));
  return Object.entries(value).flatMap(([name, each]): readonly Translated[] => {
    const { aliases, ipv4_address: ip, ipv6_address: ip6, ...others } = isMapping(each) ? each : {};
    return [
      container('Network', networkName(name, context)),
      ...listOf(aliases).map((alias) => container('NetworkAlias', alias)),
      ...(ip === undefined ? [] : [container('IP', textOf(ip))]),
      ...(ip6 === undefined ? [] : [container('IP6', textOf(ip6))]),
      ...Object.keys(others).flatMap((key) => remark(`${key} of the network ${name} has no counterpart.`)),
    ];
  });
};

/** `network_mode: service:db` shares the network of another container. */
const networkMode: ServiceKey = (value) => {
  const text = textOf(value);
  return [container('Network', text.startsWith('service:') ? `${text.slice(8)}.container` : text)];
};

const dependencies: ServiceKey = (value) => {
  const names = Array.isArray(value) ? value.map(textOf) : Object.keys(isMapping(value) ? value : {});
  if (names.length === 0) return [];
  const services = names.map((name) => `${name}.service`).join(' ');
  const awaited = isMapping(value)
    ? Object.entries(value).filter(([, each]) => isMapping(each) && each.condition === 'service_healthy')
    : [];
  return [
    unit('Requires', services),
    unit('After', services),
    ...awaited.flatMap(([name]) =>
      remark(`To wait until ${name} is healthy, write Notify=healthy in [Container] of ${name}.container.`),
    ),
  ];
};

const HEALTH: Readonly<Record<string, string>> = {
  interval: 'HealthInterval',
  timeout: 'HealthTimeout',
  retries: 'HealthRetries',
  start_period: 'HealthStartPeriod',
};

const healthcheck: ServiceKey = (value) => {
  if (!isMapping(value)) return [];
  const { test, disable, ...others } = value;
  if (disable === true) return [container('HealthCmd', 'none')];
  return [
    ...(test === undefined ? [] : [container('HealthCmd', literal(healthCommand(test)))]),
    ...Object.entries(others).flatMap(([key, each]): readonly Translated[] =>
      Object.hasOwn(HEALTH, key)
        ? [container(HEALTH[key]!, textOf(each))]
        : remark(`${key} of the health check has no counterpart.`),
    ),
  ];
};

/** `["CMD", …]` runs a program, `["CMD-SHELL", "…"]` and a text run a shell, `["NONE"]` nothing. */
function healthCommand(test: unknown): string {
  if (!Array.isArray(test)) return textOf(test);
  const [kind, ...rest] = test.map(textOf);
  if (kind === 'NONE') return 'none';
  return kind === 'CMD' ? JSON.stringify(rest) : rest.join(' ');
}

const logging: ServiceKey = (value) => {
  if (!isMapping(value)) return [];
  const { driver, options } = value;
  if (driver === 'json-file' || driver === undefined)
    return remark('Output goes to the journal; the settings of the log driver are left out.');
  return [
    container('LogDriver', textOf(driver)),
    ...listOf(options).map((each) => container('LogOpt', word(literal(each)))),
  ];
};

const ulimits: ServiceKey = (value) =>
  Object.entries(isMapping(value) ? value : {}).map(([name, each]) =>
    container(
      'Ulimit',
      isMapping(each) ? `${name}=${textOf(each.soft)}:${textOf(each.hard)}` : `${name}=${textOf(each)}`,
    ),
  );

const secrets: ServiceKey = (value, context) =>
  (Array.isArray(value) ? value : []).flatMap((each): readonly Translated[] => {
    const name = isMapping(each) ? textOf(each.source) : textOf(each);
    const target = isMapping(each) && each.target !== undefined ? `,target=${textOf(each.target)}` : '';
    const made = context.secrets.has(name) ? remark(`Make the secret first: podman secret create ${name} FILE.`) : [];
    return [container('Secret', word(`${name}${target}`)), ...made];
  });

/** Limits of `deploy`; the rest is for a swarm. */
const deploy: ServiceKey = (value) => {
  if (!isMapping(value)) return [];
  const { resources, ...others } = value;
  const limits = isMapping(resources) && isMapping(resources.limits) ? resources.limits : {};
  return [
    ...(limits.memory === undefined ? [] : [container('Memory', textOf(limits.memory))]),
    ...(limits.cpus === undefined ? [] : [container('PodmanArgs', `--cpus=${textOf(limits.cpus)}`)]),
    ...(limits.pids === undefined ? [] : [container('PidsLimit', textOf(limits.pids))]),
    ...Object.keys(others).flatMap((key) => remark(`deploy.${key} is for a swarm and has no counterpart.`)),
  ];
};

const image: ServiceKey = () => [];

const keys: Readonly<Record<string, ServiceKey>> = {
  image,
  build: image,
  annotations: option('annotation'),
  cap_add: option('cap-add'),
  cap_drop: option('cap-drop'),
  command: (value) => (value === null ? [] : [container('Exec', command(value))]),
  container_name: option('name'),
  cpus: argument('cpus'),
  cpu_shares: argument('cpu-shares'),
  cpuset: argument('cpuset-cpus'),
  depends_on: dependencies,
  deploy,
  devices: option('device'),
  dns: option('dns'),
  dns_opt: option('dns-option'),
  dns_search: option('dns-search'),
  entrypoint,
  env_file: (value) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      VALUE_OPTIONS['env-file']!(textOf(isMapping(each) ? each.path : each)),
    ),
  environment: option('env'),
  expose: option('expose'),
  extra_hosts: option('add-host', ':'),
  group_add: option('group-add'),
  healthcheck,
  hostname: option('hostname'),
  init: flag('RunInit'),
  ipc: argument('ipc'),
  labels: option('label'),
  logging,
  mac_address: argument('mac-address'),
  mem_limit: option('memory'),
  mem_reservation: argument('memory-reservation'),
  memswap_limit: argument('memory-swap'),
  network_mode: networkMode,
  networks: network,
  oom_score_adj: argument('oom-score-adj'),
  pid: argument('pid'),
  pids_limit: option('pids-limit'),
  platform: argument('platform'),
  ports: (value) => (Array.isArray(value) ? value.flatMap(port) : []),
  privileged: (value) => (value === true ? [container('PodmanArgs', '--privileged')] : []),
  profiles: () => remark('Profiles have no counterpart: whatever has [Install] is started.'),
  pull_policy: (value) => [container('Pull', textOf(value).replace('if_not_present', 'missing'))],
  read_only: flag('ReadOnly'),
  restart: (value) =>
    VALUE_OPTIONS.restart!(textOf(value).replace('"', '')).filter(
      (each) => !('section' in each) || each.section !== 'Install',
    ),
  secrets,
  security_opt: option('security-opt'),
  shm_size: option('shm-size'),
  stdin_open: () => [],
  stop_grace_period: (value) => {
    const seconds = secondsOf(textOf(value));
    return seconds === undefined ? remark('stop_grace_period is not understood.') : [container('StopTimeout', seconds)];
  },
  stop_signal: option('stop-signal'),
  sysctls: option('sysctl'),
  tmpfs: option('tmpfs'),
  tty: () => [],
  ulimits,
  user: option('user'),
  userns_mode: option('userns'),
  volumes: (value, context) => (Array.isArray(value) ? value.flatMap((each) => volume(each, context)) : []),
  working_dir: option('workdir'),
};

/** `1m30s` in seconds. */
function secondsOf(text: string): string | undefined {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text);
  if (!parts || text === '') return undefined;
  const [, hours = 0, minutes = 0, seconds = 0] = parts;
  return String(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** A key of a service; one that is not known has no counterpart. `x-…` are the author's own. */
export function translateEntry({ key, value }: Entry, context: ComposeContext): readonly Translated[] {
  if (key.startsWith('x-')) return [];
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return known ? known(value, context) : remark(`${key}: has no counterpart in a Quadlet file.`);
}
