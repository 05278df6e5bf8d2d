import {
  distinct,
  ImportError,
  type Imported,
  type Remark,
  type UnitLine,
  unitText,
  withoutSpecifiers,
} from './imported.ts';

const BEGIN = /^#+\s*BEGIN INIT INFO/m;

/** Whether a text is a SysV init script with the header of the LSB. */
export const isSysv = (text: string): boolean => BEGIN.test(text);

/** A line of the header; lines that begin with a tab or two blanks go on. */
interface Entry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** Facilities of the LSB as units; `sysv_translate_facility()` of src/sysv-generator/sysv-generator.c. None for what is always there. */
const FACILITIES: Readonly<Record<string, string | undefined>> = {
  $local_fs: undefined,
  $network: 'network-online.target',
  $named: 'nss-lookup.target',
  $portmap: 'rpcbind.target',
  $remote_fs: 'remote-fs.target',
  $syslog: undefined,
  $time: 'time-sync.target',
  '$mail-transport-agent': 'mail-transport-agent.target',
  '$x-display-manager': 'display-manager.service',
};

/**
 * A service that calls a SysV init script, made of the script's LSB header.
 * @param path where the script is, for the service to call
 * @throws ImportError where there is no header
 */
export function importSysv(text: string, path: string): Imported {
  const entries = headerOf(text);
  if (entries.length === 0)
    throw new ImportError('The script has no header between "### BEGIN INIT INFO" and "### END INIT INFO".', 1);
  const remarks: Remark[] = [];
  const name = path
    .split('/')
    .at(-1)!
    .replace(/\.sh$/, '')
    .replace(/[^A-Za-z0-9:_.-]/g, '-');
  const script = path.startsWith('/') ? path : `/etc/init.d/${name}`;
  const install = installLines(entries, remarks);
  const pidFile = text
    .split('\n')
    .map((line) => /^PIDFILE=["']?(\/(?:var\/)?run\/[\w./-]+)["']?$/.exec(line.trim())?.[1])
    .find((path) => path !== undefined);
  const hasAction = (action: string): boolean =>
    new RegExp(`^\\s*(?:[\\w|-]+\\|)?${action}(?:\\|[\\w|-]+)?\\)`, 'm').test(text);
  for (const { key, line } of entries)
    if (!KNOWN.has(key)) remarks.push({ line, message: `${key}: has no counterpart; it is left out.` });
  remarks.push({
    line: 1,
    message: `The service still runs ${script}. To be rid of it, write the program itself in ExecStart=, with Type=exec or Type=notify.`,
  });
  const service: UnitLine[] = [
    ['Type', 'forking'],
    ...(pidFile === undefined ? [] : [['PIDFile', pidFile.replace(/^\/var\/run/, '/run')] as const]),
    ...(pidFile === undefined ? [['RemainAfterExit', 'yes'] as const] : []),
    ['ExecStart', `${withoutSpecifiers(script)} start`],
    ['ExecStop', `${withoutSpecifiers(script)} stop`],
    ...(hasAction('reload') ? [['ExecReload', `${withoutSpecifiers(script)} reload`] as const] : []),
    ['GuessMainPID', 'no'],
    ['KillMode', 'process'],
  ];
  const made = unitText([
    ['Unit', unitLines(entries, name, remarks)],
    ['Service', service],
    ['Install', install],
  ]);
  return { files: [{ name: `${name}.service`, text: made }], remarks: distinct(remarks) };
}

const KNOWN: ReadonlySet<string> = new Set(
  'Provides Required-Start Required-Stop Should-Start Should-Stop Default-Start Default-Stop Short-Description Description X-Start-Before'.split(
    ' ',
  ),
);

function headerOf(text: string): Entry[] {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => /^#+\s*BEGIN INIT INFO/.test(line));
  const end = lines.findIndex((line) => /^#+\s*END INIT INFO/.test(line));
  const entries: Entry[] = [];
  for (let index = from + 1; from >= 0 && index < (end < 0 ? lines.length : end); index++) {
    const line = lines[index]!;
    const key = /^#\s?([\w-]+):/.exec(line)?.[1];
    if (key !== undefined) entries.push({ key, value: line.slice(line.indexOf(':') + 1).trim(), line: index + 1 });
    else if (/^#(?:\t|\s{2,})\S/.test(line) && entries.length > 0) {
      const last = entries.pop()!;
      entries.push({ ...last, value: `${last.value} ${line.slice(1).trim()}` });
    }
  }
  return entries;
}

/** Units that facilities stand for; others are services of that name. */
function unitsOf(entries: readonly Entry[], key: string, remarks: Remark[]): string[] {
  return entries
    .filter((entry) => entry.key === key)
    .flatMap(({ value, line }) =>
      value.split(/\s+/).flatMap((facility): string[] => {
        if (facility === '') return [];
        if (facility === '$all') {
          remarks.push({ line, message: '$all ("after everything") has no counterpart; name what has to run before.' });
          return [];
        }
        if (Object.hasOwn(FACILITIES, facility))
          return FACILITIES[facility] === undefined ? [] : [FACILITIES[facility]!];
        return facility.startsWith('$') ? [`${facility.slice(1)}.target`] : [`${facility.replace(/^\+/, '')}.service`];
      }),
    );
}

function unitLines(entries: readonly Entry[], name: string, remarks: Remark[]): UnitLine[] {
  const text = (key: string): string | undefined => entries.find((entry) => entry.key === key)?.value;
  const distinctOf = (all: readonly string[]): string => [...new Set(all)].join(' ');
  const required = unitsOf(entries, 'Required-Start', remarks);
  const after = [...required, ...unitsOf(entries, 'Should-Start', remarks)];
  const before = unitsOf(entries, 'X-Start-Before', remarks);
  const wanted = required.filter((unit) => unit === 'network-online.target' || unit.endsWith('.service'));
  return [
    ['Description', withoutSpecifiers(text('Short-Description') ?? text('Description') ?? name)],
    ...(wanted.length > 0 ? [['Wants', distinctOf(wanted)] as const] : []),
    ...(after.length > 0 ? [['After', distinctOf(after)] as const] : []),
    ...(before.length > 0 ? [['Before', distinctOf(before)] as const] : []),
  ];
}

/** Levels 2 to 5 are multi-user; S is early boot, which a service of today rarely belongs in. */
function installLines(entries: readonly Entry[], remarks: Remark[]): UnitLine[] {
  const start = entries.find(({ key }) => key === 'Default-Start');
  const lines: UnitLine[] = [];
  if (start && /[2-5]/.test(start.value)) lines.push(['WantedBy', 'multi-user.target']);
  if (start && /[Ss]/.test(start.value))
    remarks.push({
      line: start.line,
      message:
        'Level S is early boot: that needs DefaultDependencies=no and WantedBy=sysinit.target, if it is still needed.',
    });
  const provided = entries.find(({ key }) => key === 'Provides');
  const [, ...aliases] = provided?.value.split(/\s+/).filter((each) => each !== '' && !each.startsWith('$')) ?? [];
  if (aliases.length > 0) lines.push(['Alias', aliases.map((alias) => `${alias}.service`).join(' ')]);
  return lines;
}
