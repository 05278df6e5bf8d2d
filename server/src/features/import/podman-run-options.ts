import { literal, word } from './imported.ts';

/** A line for a section of the Quadlet file, or what there is to say instead. */
export type Translated =
  | { readonly section: 'Container' | 'Service' | 'Install' | 'Unit'; readonly key: string; readonly value: string }
  | { readonly remark: string };

/** How an option of `podman run` (podman-run(1)) is written in a Quadlet file (podman-systemd.unit(5)). */
export type RunOption = (value: string) => readonly Translated[];

const container = (key: string, value: string): Translated => ({ section: 'Container', key, value });
const remark = (text: string): readonly Translated[] => [{ remark: text }];

/** A key that takes the rest of its line as it stands. */
const line =
  (key: string): RunOption =>
  (value) => [container(key, literal(value))];

/** A key that takes a list of words. */
const entry =
  (key: string): RunOption =>
  (value) => [container(key, word(literal(value)))];

const yes =
  (key: string): RunOption =>
  (value) => [container(key, value === 'false' ? 'false' : 'true')];

/** What Quadlet does by itself. */
const own: RunOption = () => [];

const noTerminal: RunOption = (value) =>
  value === 'false' ? [] : remark('A service has no terminal; the option is left out.');

const byQuadlet = (name: string) => remark(`Quadlet sets ${name} itself; the option is left out.`);

/** `ENV` alone takes the value of the shell's variable. */
const environment: RunOption = (value) =>
  value.includes('=')
    ? [container('Environment', word(literal(value)))]
    : remark(
        `${value} takes its value from the shell; write Environment=${value}=… with the value, or EnvironmentFile=.`,
      );

const environmentFile: RunOption = (value) => [
  container('EnvironmentFile', word(literal(value))),
  ...(value.startsWith('/') ? [] : remark(`Quadlet looks for ${value} in the folder of its own file.`)),
];

const user: RunOption = (value) => {
  const [name = '', group] = value.split(':');
  return [container('User', literal(name)), ...(group ? [container('Group', literal(group))] : [])];
};

const restart: RunOption = (value) => {
  const [policy, times] = value.split(':');
  const service = (key: string, text: string): Translated => ({ section: 'Service', key, value: text });
  const install: Translated = { section: 'Install', key: 'WantedBy', value: 'default.target' };
  if (policy === 'always') return [service('Restart', 'always'), install];
  if (policy === 'unless-stopped') return [service('Restart', 'always'), install];
  if (policy !== 'on-failure') return [];
  const limit = times ? [{ section: 'Unit', key: 'StartLimitBurst', value: times } as const] : [];
  return [service('Restart', 'on-failure'), ...limit];
};

const SECURITY: readonly (readonly [pattern: RegExp, make: (value: string) => Translated])[] = [
  [/^label[=:]disable$/, () => container('SecurityLabelDisable', 'true')],
  [/^label[=:]nested$/, () => container('SecurityLabelNested', 'true')],
  [/^label[=:]type:(.*)$/, (value) => container('SecurityLabelType', literal(value))],
  [/^label[=:]level:(.*)$/, (value) => container('SecurityLabelLevel', literal(value))],
  [/^label[=:]filetype:(.*)$/, (value) => container('SecurityLabelFileType', literal(value))],
  [/^no-new-privileges(?:[=:](.*))?$/, (value) => container('NoNewPrivileges', value === 'false' ? 'false' : 'true')],
  [/^seccomp[=:](.*)$/, (value) => container('SeccompProfile', literal(value))],
  [/^mask[=:](.*)$/, (value) => container('Mask', word(literal(value)))],
  [/^unmask[=:](.*)$/, (value) => container('Unmask', word(literal(value)))],
];

const securityOption: RunOption = (value) => {
  for (const [pattern, make] of SECURITY) {
    const match = pattern.exec(value);
    if (match) return [make(match[1] ?? '')];
  }
  return [container('PodmanArgs', word(`--security-opt=${literal(value)}`))];
};

const label: RunOption = (value) =>
  value.startsWith('io.containers.autoupdate=')
    ? [container('AutoUpdate', value.slice('io.containers.autoupdate='.length))]
    : [container('Label', word(literal(value)))];

const notify: RunOption = (value) => {
  if (value === 'container') return [container('Notify', 'true')];
  if (value === 'healthy') return [container('Notify', 'healthy')];
  return value === 'conmon' ? [] : remark(`Quadlet has no --sdnotify=${value}; the option is left out.`);
};

const pod: RunOption = (value) => [
  container('PodmanArgs', word(`--pod=${literal(value)}`)),
  ...remark(`For a pod that systemd starts, write ${value}.pod and Pod=${value}.pod here.`),
];

const network: RunOption = (value) =>
  value.startsWith('container:')
    ? [
        container('Network', literal(value)),
        ...remark(`The container ${value.slice(10)} has to run before; name its service in After= and Requires=.`),
      ]
    : [container('Network', literal(value))];

const entrypoint: RunOption = (value) => [container('Entrypoint', literal(value))];

/** Options that take a value, by their long names. Whatever is not here goes to PodmanArgs=. */
export const VALUE_OPTIONS: Readonly<Record<string, RunOption>> = {
  'add-host': line('AddHost'),
  annotation: entry('Annotation'),
  attach: () => remark('A service is attached to nothing; its output goes to the journal. The option is left out.'),
  'cap-add': entry('AddCapability'),
  'cap-drop': entry('DropCapability'),
  cgroups: line('CgroupsMode'),
  cidfile: () => byQuadlet('--cidfile'),
  'conmon-pidfile': () => byQuadlet('--conmon-pidfile'),
  'detach-keys': () => remark('A service has no terminal; the option is left out.'),
  device: entry('AddDevice'),
  dns: line('DNS'),
  'dns-option': line('DNSOption'),
  'dns-search': line('DNSSearch'),
  entrypoint,
  env: environment,
  'env-file': environmentFile,
  expose: line('ExposeHostPort'),
  gidmap: entry('GIDMap'),
  'group-add': line('GroupAdd'),
  'health-cmd': line('HealthCmd'),
  'health-interval': line('HealthInterval'),
  'health-log-destination': line('HealthLogDestination'),
  'health-max-log-count': line('HealthMaxLogCount'),
  'health-max-log-size': line('HealthMaxLogSize'),
  'health-on-failure': line('HealthOnFailure'),
  'health-retries': line('HealthRetries'),
  'health-start-period': line('HealthStartPeriod'),
  'health-startup-cmd': line('HealthStartupCmd'),
  'health-startup-interval': line('HealthStartupInterval'),
  'health-startup-retries': line('HealthStartupRetries'),
  'health-startup-success': line('HealthStartupSuccess'),
  'health-startup-timeout': line('HealthStartupTimeout'),
  'health-timeout': line('HealthTimeout'),
  hostname: line('HostName'),
  ip: line('IP'),
  ip6: line('IP6'),
  label,
  link: (value) =>
    remark(
      `Quadlet has no --link=${value}. Put both containers on one network (Network=name.network); there they find each other by name.`,
    ),
  'log-driver': line('LogDriver'),
  'log-opt': entry('LogOpt'),
  memory: line('Memory'),
  mount: entry('Mount'),
  name: line('ContainerName'),
  network,
  'network-alias': line('NetworkAlias'),
  'pids-limit': line('PidsLimit'),
  pod,
  'pod-id-file': () => byQuadlet('--pod-id-file'),
  pidfile: () => byQuadlet('--pidfile'),
  publish: line('PublishPort'),
  pull: line('Pull'),
  requires: (value) =>
    remark(`In place of --requires=${value}, name the service of that container in Requires= and After=.`),
  restart,
  retry: line('Retry'),
  'retry-delay': line('RetryDelay'),
  sdnotify: notify,
  secret: entry('Secret'),
  'security-opt': securityOption,
  'shm-size': line('ShmSize'),
  'stop-signal': line('StopSignal'),
  'stop-timeout': line('StopTimeout'),
  subgidname: line('SubGIDMap'),
  subuidname: line('SubUIDMap'),
  sysctl: entry('Sysctl'),
  tmpfs: line('Tmpfs'),
  tz: line('Timezone'),
  uidmap: entry('UIDMap'),
  ulimit: line('Ulimit'),
  user,
  userns: line('UserNS'),
  volume: line('Volume'),
  workdir: line('WorkingDir'),
};

/** Options that stand alone, or with `=true` and `=false`. */
export const FLAG_OPTIONS: Readonly<Record<string, RunOption>> = {
  detach: own,
  rm: own,
  replace: own,
  quiet: own,
  'sig-proxy': own,
  interactive: noTerminal,
  tty: noTerminal,
  'env-host': yes('EnvironmentHost'),
  'http-proxy': yes('HttpProxy'),
  init: yes('RunInit'),
  'no-healthcheck': () => [container('HealthCmd', 'none')],
  'read-only': yes('ReadOnly'),
  'read-only-tmpfs': yes('ReadOnlyTmpfs'),
};

/** Flags that Quadlet has no key for; all other options take a value. */
export const PLAIN_FLAGS: ReadonlySet<string> = new Set([
  'disable-content-trust',
  'no-hostname',
  'no-hosts',
  'oom-kill-disable',
  'passwd',
  'privileged',
  'publish-all',
  'rmi',
  'rootfs',
  'tls-verify',
  'unsetenv-all',
]);

/** The long names of options of one letter, and of those with two names. */
export const ALIASES: Readonly<Record<string, string>> = {
  a: 'attach',
  c: 'cpu-shares',
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  p: 'publish',
  P: 'publish-all',
  q: 'quiet',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
  net: 'network',
  'net-alias': 'network-alias',
  'dns-opt': 'dns-option',
};
