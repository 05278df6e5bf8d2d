import { readWords } from '../../syntax/words.ts';
import { signalName } from '../../values/basic/signals.ts';
import { readCommandLine } from '../../values/exec/command-line.ts';
import { formatCalendar } from '../../values/time/calendar-format.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { formatTimespan, parseTimespan } from '../../values/time/timespan.ts';
import { quantityOf, traitsOf } from '../../values/traits.ts';
import { wordsOf } from '../value-form.ts';
import { parseCommand } from '../why/show-output.ts';
import { isSetOfWords, normalForms } from './normal-form.ts';
import type { RunningForm } from './running-form.ts';
import { listForm } from './running-lists.ts';
import type { Setting } from './settings-in-force.ts';
import { spanForm } from './span-form.ts';

/** Texts that a manager has as they are written. */
const PLAIN = new Set([
  ...['Description', 'User', 'Group', 'RootDirectory', 'BusName', 'SyslogIdentifier', 'Slice', 'TTYPath', 'Nice'],
  ...['OOMScoreAdjust', 'StartLimitBurst', 'SocketUser', 'SocketGroup', 'CPUWeight', 'IOWeight', 'TasksMax', 'PAMName'],
  ...['SELinuxContext', 'FileDescriptorName', 'Backlog', 'MaxConnections', 'PartOf', 'RestartSteps', 'Unit', 'What'],
  ...['RebootArgument', 'UtmpIdentifier', 'LogNamespace', 'WorkingDirectory'],
]);

/** Shown as numbers, or only as long as the unit runs. */
const OTHERWISE = new Set([
  ...['SystemCallErrorNumber', 'WatchdogSec', 'SecureBits', 'CoredumpFilter', 'SocketBindAllow', 'SocketBindDeny'],
  // StandardInputText= and its like make it another.
  'StandardInput',
]);

/** How a directive is read off; undefined where the manager does not show it in a form that can be compared. */
export function runningForm({
  directive,
  context,
  key,
}: Pick<Setting, 'directive' | 'context' | 'key'>): RunningForm | undefined {
  if (OTHERWISE.has(key)) return undefined;
  const list = listForm(key);
  if (list) return list;
  if (/^Standard(?:Output|Error)$/.test(key)) return outputs(key);
  if (traitsOf(directive)?.holds === 'command') return commands(key);
  if (directive.section === 'Timer' && /^On\w+Sec$/.test(key)) return monotonic(key);
  if (key === 'OnCalendar') return calendars;
  if (key === 'Environment') return environment;
  if (key === 'EnvironmentFile') return environmentFiles;
  if (quantityOf(directive) === 'time') return timespan(key);
  if (directive.placeholder === 'SIGNAL') return scalar(key, (shown) => signalName(Number(shown)));
  if (directive.section === 'Unit' && traitsOf(directive)?.holds === 'units') return undefined;
  if (isSetOfWords(directive)) return /Paths$|^Documentation$/.test(key) ? wordSet(key) : undefined;
  const isKnown =
    PLAIN.has(key) || directive.placeholder === 'BOOLEAN' || wordsOf(context).length > 0 || isQuantity(key, directive);
  return isKnown ? scalar(key, (shown) => normalForms(shown, context)[0] ?? shown) : undefined;
}

const isQuantity = (key: string, directive: Setting['directive']): boolean =>
  ['mode', 'size'].includes(quantityOf(directive) ?? '') || /^(?:Startup)?Memory\w+$/.test(key);

const hasSpecifier = ({ entries }: Setting): boolean => entries.some(({ text }) => /%[^%]/.test(text));

const only = (values: readonly string[] | undefined): string => values?.[0] ?? '';

function scalar(property: string, formOf: (shown: string) => string): RunningForm {
  return {
    property,
    isSet: false,
    running: (shown) =>
      only(shown.get(property)) === '' ? [] : [formOf(workingDirectory(property, only(shown.get(property))))],
    files: (setting) => (hasSpecifier(setting) ? undefined : setting.entries.map(({ form }) => form)),
  };
}

/** A folder that may be missing is shown with an exclamation mark, and written with a dash. */
const workingDirectory = (property: string, text: string): string =>
  property === 'WorkingDirectory' ? text.replace(/^!/, '-') : text;

/** Without a limit: systemd makes infinity of 0 for these. */
const NO_LIMIT = /^(?:Timeout(?:Start|Stop)?|JobTimeout|JobRunningTimeout)Sec$/;

function timespan(key: string): RunningForm {
  const property = key.replace(/Sec$/, 'USec');
  const formOf = (text: string): string => {
    const span = parseTimespan(text);
    if ('fault' in span) return text;
    return NO_LIMIT.test(key) && span.amount === 0n ? 'infinity' : formatTimespan(span.amount);
  };
  return {
    property,
    isSet: false,
    running: (shown) => (only(shown.get(property)) === '' ? [] : [formOf(only(shown.get(property)))]),
    files: (setting) => (hasSpecifier(setting) ? undefined : setting.entries.map(({ form }) => formOf(form))),
  };
}

/** Of `append:/var/log/web` only the first word is shown. */
const outputs = (property: string): RunningForm => ({
  ...scalar(property, (shown) => shown),
  files: (setting) =>
    setting.entries.some(({ text }) => text.includes(':')) ? undefined : setting.entries.map(({ form }) => form),
});

const commands = (property: string): RunningForm => ({
  property,
  isSet: false,
  running: (shown) =>
    (shown.get(property) ?? []).flatMap((value) => {
      const command = parseCommand(value);
      return command ? [`${command.ignoresErrors ? '-' : ''}${command.argv}`] : [];
    }),
  files: (setting) =>
    hasSpecifier(setting)
      ? undefined
      : setting.entries.flatMap(({ form }) => shownCommands(form, setting.context.version)),
});

const shownCommands = (text: string, version: number): string[] =>
  readCommandLine(text, version).commands.map(({ first, prefixes, rest }) => {
    const words = rest.map((word) => word.text);
    const path = first.text.slice(prefixes.length);
    const argv = prefixes.ownName ? words : [path, ...words];
    return `${prefixes.ignoreFailure ? '-' : ''}${argv.join(' ').replaceAll('%%', '%')}`;
  });

/** `{ OnBootUSec=15min ; next_elapse=… }` */
const monotonic = (key: string): RunningForm => {
  const base = key.replace(/Sec$/, 'USec');
  return {
    property: 'TimersMonotonic',
    isSet: true,
    running: (shown) =>
      (shown.get('TimersMonotonic') ?? []).flatMap((value) => {
        const [, name, text = ''] = /^\{ (\w+)=(.*?) ; /.exec(value) ?? [];
        return name === base ? [spanForm(text)] : [];
      }),
    files: (setting) => setting.entries.map(({ form }) => spanForm(form)),
  };
};

const calendars: RunningForm = {
  property: 'TimersCalendar',
  isSet: true,
  running: (shown) =>
    (shown.get('TimersCalendar') ?? []).flatMap((value) => {
      const text = /^\{ OnCalendar=(.*?) ; /.exec(value)?.[1];
      return text === undefined ? [] : [calendarForm(text)];
    }),
  files: (setting) => setting.entries.map(({ form }) => calendarForm(form)),
};

const calendarForm = (text: string): string => {
  const spec = parseCalendar(text);
  return 'fault' in spec ? text : formatCalendar(spec);
};

/** Of a variable that is set twice the last counts. */
const environment: RunningForm = {
  property: 'Environment',
  isSet: true,
  running: (shown) => lastOfEach((shown.get('Environment') ?? []).flatMap(wordsIn)),
  files: (setting) => (hasSpecifier(setting) ? undefined : lastOfEach(setting.entries.map(({ form }) => form))),
};

const lastOfEach = (assignments: readonly string[]): string[] => [
  ...new Map(assignments.map((text) => [text.split('=')[0], text])).values(),
];

const wordsIn = (text: string): string[] =>
  readWords(text, { unquote: true, cunescape: true, unescapeRelax: true }).words.map((word) => word.text);

/** `/etc/web.env (ignore_errors=yes)` */
const environmentFiles: RunningForm = {
  property: 'EnvironmentFiles',
  isSet: false,
  running: (shown) =>
    (shown.get('EnvironmentFiles') ?? []).flatMap((value) => {
      const [, path, ignored] = /^(.*) \(ignore_errors=(yes|no)\)$/s.exec(value) ?? [];
      return path === undefined ? [] : [`${ignored === 'yes' ? '-' : ''}${path}`];
    }),
  files: (setting) => (hasSpecifier(setting) ? undefined : setting.entries.map(({ form }) => form)),
};

const wordSet = (property: string): RunningForm => ({
  property,
  isSet: true,
  running: (shown) => (shown.get(property) ?? []).flatMap(wordsIn),
  files: (setting) => (hasSpecifier(setting) ? undefined : setting.entries.map(({ form }) => form)),
});
