import type { RuleDocs, ValueRulePage } from '../engine/rule.ts';
import type { ValueRule } from '../values/value-type.ts';

/** What docs/rules says of the faults that value types report. */
const docs: Readonly<Record<ValueRule, RuleDocs>> = {
  'value-invalid': {
    what: 'A value that the directive does not take.',
    severities: ['error', 'warning', 'info'],
    why: 'systemd ignores the line, or this part of it; for a few directives it refuses the unit. The default holds, as if the line were not there.',
    bad: '[Service]\nRestart=alwys',
    good: '[Service]\nRestart=always',
    manual: ['systemd.directives(7)'],
  },
  'value-empty': {
    what: 'An empty value for a directive that does not accept one.',
    severities: ['warning'],
    why: 'Many directives are reset by an empty value; this one is not: systemd warns and ignores the line.',
    bad: '[Service]\nRestartSec=',
    good: '[Service]\nRestartSec=5s',
    manual: ['systemd.syntax(7)'],
  },
  'value-out-of-range': {
    what: 'A number, size or time span beyond what the directive takes.',
    severities: ['error', 'warning', 'info'],
    why: 'systemd warns and ignores the line.',
    bad: '[Service]\nNice=40',
    good: '[Service]\nNice=19',
    manual: ['systemd.directives(7)'],
  },
  'value-obsolete': {
    what: 'A value that systemd takes for another one, because it is obsolete, or any value of a directive that is.',
    severities: ['warning', 'info'],
    why: 'systemd logs a notice whenever it loads the unit.',
    bad: '[Service]\nStandardOutput=syslog',
    good: '[Service]\nStandardOutput=journal',
    manual: ['systemd.exec(5)'],
  },
  'value-too-new': {
    what: 'A value that is newer than the target version of systemd.',
    severities: ['error', 'warning', 'info'],
    why: 'The target version treats it like any other wrong value. The version is set with systemdUnits.systemdVersion.',
    bad: '[Service]\n# with systemd 252 as the target\nType=notify-reload',
    manual: ['systemd.directives(7)'],
  },
  'value-ineffective': {
    what: 'A value that systemd takes silently, and that does nothing or something unexpected.',
    severities: ['warning', 'info'],
    why: 'This is advice: systemd itself does not complain.',
    bad: '[Service]\nCapabilityBoundingSet=CAP_FOO',
    good: '[Service]\nCapabilityBoundingSet=CAP_CHOWN',
    manual: ['systemd.directives(7)'],
  },
  'specifier-unknown': {
    what: 'A percent sign followed by a letter or digit that is not a specifier.',
    severities: ['error', 'warning', 'info'],
    why: 'systemd cannot resolve the value: it ignores the line, and in commands refuses the unit. A percent sign is written %%.',
    bad: '[Service]\nExecStart=/bin/date +%Z',
    good: '[Service]\nExecStart=/bin/date +%%Z',
    manual: ['systemd.unit(5)'],
  },
  quoting: {
    what: 'A quote that is not closed, or text right after the closing one where systemd takes none.',
    severities: ['error', 'warning', 'info'],
    why: 'systemd cannot split the value into words; it ignores the line, and in commands refuses the unit.',
    bad: "[Service]\nExecStart=/bin/echo it's",
    good: '[Service]\nExecStart=/bin/echo "it\'s"',
    manual: ['systemd.syntax(7)', 'systemd.service(5)'],
  },
  'unit-name-invalid': {
    what: 'A word that is not a unit name.',
    severities: ['warning', 'info'],
    why: 'A unit name ends in its kind, such as .service, and consists of letters, digits and : - _ . \\ @. systemd ignores the word.',
    bad: '[Unit]\nAfter=network',
    good: '[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  'unit-kind': {
    what: 'A unit of a kind that this directive does not take.',
    severities: ['warning'],
    why: 'systemd ignores it.',
    bad: '[Socket]\nListenStream=/run/example.sock\nService=example.target',
    good: '[Socket]\nListenStream=/run/example.sock\nService=example.service',
    manual: ['systemd.unit(5)'],
  },
  'path-invalid': {
    what: 'A path that is not absolute, is not normalised (has .. in it) or is too long.',
    severities: ['error', 'warning'],
    why: 'systemd ignores the line or the path; for a few directives it refuses the unit.',
    bad: '[Service]\nReadWritePaths=var/lib/example',
    good: '[Service]\nReadWritePaths=/var/lib/example',
    manual: ['systemd.exec(5)'],
  },
  'exec-invalid': {
    what: 'A command line that systemd cannot run.',
    severities: ['error', 'warning'],
    why: 'The program is an absolute path or a name without slashes, after at most one of each prefix. systemd refuses the unit; with the prefix - it drops the command.',
    bad: '[Service]\nExecStart=bin/example',
    good: '[Service]\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  'escape-unknown': {
    what: 'A backslash sequence that is not an escape.',
    severities: ['warning'],
    why: 'systemd warns, and passes the backslash on as it stands. Write \\\\ for a backslash.',
    bad: '[Service]\nExecStart=/bin/sed s/\\.x/y/',
    good: '[Service]\nExecStart=/bin/sed s/\\\\.x/y/',
    manual: ['systemd.service(5)'],
  },
  'legacy-path': {
    what: 'A path below /var/run.',
    severities: ['info'],
    why: '/var/run is a link to /run for old programs; systemd logs a notice and uses the path below /run.',
    bad: '[Service]\nPIDFile=/var/run/example.pid',
    good: '[Service]\nPIDFile=/run/example.pid',
    manual: ['file-hierarchy(7)'],
  },
};

export const valueRulePages: readonly ValueRulePage[] = Object.entries(docs).map(([id, page]) => ({
  id,
  scope: 'value',
  docs: page,
}));

/** What is said of the machine units are for; `features/machine-findings.ts` finds it. */
export const machineRulePages: readonly ValueRulePage[] = [
  {
    id: 'program-missing',
    scope: 'value',
    docs: {
      what: 'A command whose program is not on this machine, or cannot be run.',
      severities: ['warning', 'info'],
      why: 'The unit loads; starting it fails with 203/EXEC, and systemd-analyze verify complains. The editor says so as information, where it runs on a machine with systemd: the unit may be meant for another one. The command line says so as a warning, and only of units in this machine’s unit paths or below --root; a repository’s programs may be installed later. With a - before the program nothing is said, nor of units with an image of their own; where a condition asks for the program, it is information.',
      manual: ['systemd.service(5)', 'systemd.exec(5)'],
    },
  },
  {
    id: 'link-dangling',
    scope: 'value',
    docs: {
      what: 'A link in the unit paths of an image that leads nowhere, for a unit that is not there.',
      severities: ['info'],
      why: 'systemd passes over an entry of a .wants/ folder whose unit it cannot find, so what was enabled is not started, without any message. With .requires/ the start fails. Most often a package was removed without its links. The command line says so below --root.',
      manual: ['systemd.unit(5)', 'systemctl(1)'],
    },
  },
  {
    id: 'account-unknown',
    scope: 'value',
    docs: {
      what: 'A user or group that the user database of this machine does not list.',
      severities: ['info'],
      why: 'The unit loads; starting it fails with 217/USER or 216/GROUP, unless the account comes from elsewhere or is made before. The editor says so where it runs on a machine with systemd, the command line of units in the machine’s unit paths or below --root, where accounts of sysusers.d count as there.',
      manual: ['systemd.exec(5)', 'sysusers.d(5)'],
    },
  },
  {
    id: 'directory-made-twice',
    scope: 'value',
    docs: {
      what: 'A directory of RuntimeDirectory=, StateDirectory=, CacheDirectory=, LogsDirectory= or ConfigurationDirectory= that a line of tmpfiles.d makes as well.',
      severities: ['info'],
      why: 'systemd-tmpfiles makes it at boot with the owner and mode of the line; when the service is started, it gets those of the service, and a RuntimeDirectory= is removed when the service stops. Nothing is wrong as long as both say the same. It is told where unit and line lie in one tree: on the machine, in an image, in a package.',
      bad: '# with the line "d /run/web 0755 web web" in tmpfiles.d\n[Service]\nRuntimeDirectory=web',
      good: '# without that line\n[Service]\nRuntimeDirectory=web',
      manual: ['systemd.exec(5)', 'tmpfiles.d(5)'],
    },
  },
];

/** Reported by features/suppressions, which reads such comments. */
export const suppressionUnknown: ValueRulePage = {
  id: 'suppression-unknown',
  scope: 'value',
  docs: {
    what: 'A comment that names a rule that does not exist.',
    severities: ['warning'],
    why: 'The name is most likely misspelt, so what the comment was written for is reported all the same. This is a warning although systemd skips comments: a pipeline should not pass because of a slip.',
    bad: '[Service]\n# systemd-units: ignore value-invald\nRestart=alwys',
    good: '[Service]\n# systemd-units: ignore value-invalid\nRestart=alwys',
  },
};

/** Reported by features/suppressions, which alone knows what was suppressed. */
export const suppressionUnused: ValueRulePage = {
  id: 'suppression-unused',
  scope: 'value',
  docs: {
    what: 'A comment that suppresses nothing.',
    severities: ['hint'],
    why: 'A comment `# systemd-units: ignore rule-id` hides the findings of those rules on the next line, `# systemd-units: ignore-file rule-id` in the whole file; without ids it hides all. Here there is nothing to hide.',
    bad: '[Service]\n# systemd-units: ignore value-invalid\nRestart=always',
    good: '[Service]\nRestart=always',
  },
};
