import {
  distinct,
  ImportError,
  type Imported,
  type ImportedFile,
  literal,
  type Remark,
  type UnitLine,
  unitText,
  withoutSpecifiers,
  word,
} from './imported.ts';

/** A line `key=value` of a section. */
interface Setting {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

interface Section {
  readonly name: string;
  readonly line: number;
  readonly settings: readonly Setting[];
}

/** Whether a text is a configuration of supervisord. */
export const isSupervisord = (text: string): boolean =>
  /^\[(?:program|supervisord|group|eventlistener)[:\]]/m.test(text);

/**
 * A service for each program of a configuration of supervisord, and a target for each group.
 * @param path where the configuration is: `%(here)s`
 * @throws ImportError where there is no program
 */
export function importSupervisord(text: string, path: string): Imported {
  const remarks: Remark[] = [];
  const sections = sectionsOf(text, remarks);
  const here = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '/';
  const files = sections.flatMap((section) => filesOf(section, { here, remarks }));
  if (files.length === 0) throw new ImportError('There is no [program:…] here.', 1);
  return { files, remarks: distinct(remarks) };
}

/** supervisord's syntax is that of Python's configparser: comments behind `;`, values that go on in indented lines. */
function sectionsOf(text: string, remarks: Remark[]): Section[] {
  const sections: { name: string; line: number; settings: Setting[] }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = withoutComment(raw);
    const header = /^\[([^\]]+)\]/.exec(content)?.[1];
    const setting = settingIn(content);
    const settings = sections.at(-1)?.settings;
    const before = settings?.at(-1);
    if (content.trim() === '') continue;
    if (header !== undefined) sections.push({ name: header, line, settings: [] });
    else if (/^\s/.test(content) && before)
      settings!.splice(-1, 1, { ...before, value: `${before.value} ${content.trim()}`.trim() });
    else if (setting && settings) settings.push({ ...setting, line });
    else remarks.push({ line, message: 'This line is not understood; it is left out.' });
  }
  return sections;
}

interface Surroundings {
  readonly here: string;
  readonly remarks: Remark[];
}

/** A comment begins with `#` in the first column, or with `;` there and behind a blank. */
function withoutComment(line: string): string {
  if (/^[#;]/.test(line)) return '';
  const at = line.search(/\s;/);
  return at < 0 ? line : line.slice(0, at);
}

function settingIn(line: string): Pick<Setting, 'key' | 'value'> | undefined {
  const at = line.search(/[=:]/);
  const key = line.slice(0, Math.max(0, at)).trimEnd();
  return key === '' || /^\s/.test(line) ? undefined : { key, value: line.slice(at + 1).trim() };
}

function filesOf(section: Section, around: Surroundings): ImportedFile[] {
  const [kind, name = ''] = section.name.split(':');
  const remark = (message: string): void => void around.remarks.push({ line: section.line, message });
  switch (kind) {
    case 'program':
      return [serviceFile(section, name, around)];
    case 'group':
      return [targetFile(section, name)];
    case 'include':
      remark('Import the included files by themselves.');
      return [];
    case 'supervisord':
    case 'supervisorctl':
    case 'unix_http_server':
    case 'inet_http_server':
    case 'rpcinterface':
      remark(`[${section.name}] is about supervisord itself; systemd needs nothing in its place.`);
      return [];
    default:
      remark(`[${section.name}] has no counterpart; it is left out.`);
      return [];
  }
}

/** How a setting of a program is written in a service; undefined for what is dealt with elsewhere. */
type Translate = (value: string, remark: (message: string) => void) => readonly (readonly [string, string])[];

const isTrue = (value: string): boolean => /^(?:true|yes|on|1)$/i.test(value);

/** Read together with other settings, or what systemd does anyway. */
const elsewhere: Translate = () => [];

/** `%(program_name)s` and its like; supervisord's "String expressions". */
const expanded = (value: string, name: string, here: string): string =>
  value
    .replaceAll('%(here)s', here)
    .replace(/%\((?:program|group)_name\)s/g, name)
    .replaceAll('%%', '%');

/** `A="1",B="two, three"` */
function environment(value: string): string[] {
  const found = [...value.matchAll(/(?:^|,)\s*([A-Za-z_]\w*)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))/g)];
  return found.map(([, name, double, single, plain]) => `${name}=${(double ?? single ?? plain ?? '').trim()}`);
}

const logFile =
  (key: string): Translate =>
  (value) => {
    if (/^(?:AUTO|syslog|NONE)$/i.test(value)) return value.toUpperCase() === 'NONE' ? [[key, 'null']] : [];
    return /^\/dev\/(?:fd\/[12]|std(?:out|err))$/.test(value) ? [] : [[key, `append:${withoutSpecifiers(value)}`]];
  };

const seconds =
  (key: string): Translate =>
  (value) => [[key, `${value}s`]];

const translations: Readonly<Record<string, Translate>> = {
  command: elsewhere,
  process_name: elsewhere,
  autostart: elsewhere,
  autorestart: (value) => [['Restart', isTrue(value) ? 'always' : value === 'unexpected' ? 'on-failure' : 'no']],
  directory: (value) => [['WorkingDirectory', withoutSpecifiers(value)]],
  environment: (value) => environment(value).map((each) => ['Environment', word(withoutSpecifiers(each))] as const),
  exitcodes: (value) => [['SuccessExitStatus', value.replaceAll(',', ' ')]],
  killasgroup: elsewhere,
  stopasgroup: elsewhere,
  numprocs: (value, remark) => {
    if (value !== '1')
      remark(`For ${value} processes, make the service a template (NAME@.service) and start NAME@1 to NAME@${value}.`);
    return [];
  },
  numprocs_start: elsewhere,
  priority: (_, remark) => {
    remark('systemd starts by dependencies, not by priority: name in After= what has to run before.');
    return [];
  },
  redirect_stderr: (value) => (isTrue(value) ? [['StandardError', 'inherit']] : []),
  startretries: (value) => [['StartLimitBurst', value]],
  startsecs: (_, remark) => {
    remark(
      'systemd counts a service as started when its process runs (Type=exec), or says so itself (Type=notify); startsecs is left out.',
    );
    return [];
  },
  stderr_logfile: logFile('StandardError'),
  stdout_logfile: logFile('StandardOutput'),
  stdout_syslog: elsewhere,
  stderr_syslog: elsewhere,
  stopsignal: (value) => [['KillSignal', value.startsWith('SIG') ? value : `SIG${value}`]],
  stopwaitsecs: seconds('TimeoutStopSec'),
  umask: (value) => [['UMask', value.padStart(4, '0')]],
  user: (value) => [['User', withoutSpecifiers(value)]],
};

const OF_UNIT: ReadonlySet<string> = new Set(['StartLimitBurst']);

function serviceFile({ settings, line }: Section, name: string, { here, remarks }: Surroundings): ImportedFile {
  const settingOf = (key: string): string | undefined => settings.filter((each) => each.key === key).at(-1)?.value;
  const lines = settings.flatMap((setting) => {
    const remark = (message: string): void => void remarks.push({ line: setting.line, message });
    const value = expanded(setting.value, name, here);
    if (/%\((?:ENV_\w+|process_num|host_node_name)\)/.test(value))
      remark(`${/%\(\w+\)\w?/.exec(value)![0]} is supervisord's; write its value.`);
    const known = Object.hasOwn(translations, setting.key) ? translations[setting.key] : undefined;
    if (known) return known(value, remark);
    const isLog = /_(?:maxbytes|backups|events_enabled)$/.test(setting.key);
    remark(
      isLog
        ? `${setting.key}: files are not rotated by systemd; logrotate does that, or leave output to the journal.`
        : `${setting.key} has no counterpart; it is left out.`,
    );
    return [];
  });
  const command = settingOf('command');
  if (command === undefined) remarks.push({ line, message: `The program ${name} has no command.` });
  const rest = lines.filter(([key]) => !OF_UNIT.has(key));
  // supervisord starts again whatever ended with an unexpected status, which is its default.
  const restart: UnitLine[] = rest.some(([key]) => key === 'Restart') ? [] : [['Restart', 'on-failure']];
  const starts = settingOf('autostart') === undefined || isTrue(settingOf('autostart')!);
  const text = unitText([
    ['Unit', [['Description', withoutSpecifiers(name)], ...lines.filter(([key]) => OF_UNIT.has(key))]],
    [
      'Service',
      [['Type', 'exec'], ['ExecStart', commandLine(expanded(command ?? '', name, here))], ...restart, ...rest],
    ],
    ['Install', starts ? [['WantedBy', 'multi-user.target']] : []],
  ]);
  return { name: `${unitName(name)}.service`, text };
}

const unitName = (name: string): string => name.replace(/[^A-Za-z0-9:_.-]/g, '-') || 'program';

/** supervisord splits words as Python's shlex does, which systemd's quoting takes; a program without a path is looked for in PATH by both. */
const commandLine = (command: string): string => literal(command);

function targetFile({ settings }: Section, name: string): ImportedFile {
  const programs = settings.find(({ key }) => key === 'programs')?.value.split(/[\s,]+/) ?? [];
  const wanted = programs.filter((each) => each !== '').map((each) => `${unitName(each)}.service`);
  const lines: UnitLine[] = [['Description', `Programs of the group ${withoutSpecifiers(name)}`]];
  return {
    name: `${unitName(name)}.target`,
    text: unitText([
      ['Unit', wanted.length > 0 ? [...lines, ['Wants', wanted.join(' ')]] : lines],
      ['Install', [['WantedBy', 'multi-user.target']]],
    ]),
  };
}
