import type { RuleDocs, ValueRulePage } from '../../engine/rule.ts';
import type { ValueRule } from '../../values/value-type.ts';

/** What docs/rules says of the faults that value types report. */
const docs: Readonly<Record<ValueRule, RuleDocs>> = {
  'value-invalid': {
    what: 'A value that the directive does not take.',
    why: 'systemd ignores the line, or this part of it; for a few directives it refuses the unit. The default holds, as if the line were not there.',
    bad: '[Service]\nRestart=alwys',
    good: '[Service]\nRestart=always',
    manual: ['systemd.directives(7)'],
  },
  'value-empty': {
    what: 'An empty value for a directive that has none.',
    why: 'Many directives are reset by an empty value; this one is not: systemd warns and ignores the line.',
    bad: '[Service]\nRestartSec=',
    good: '[Service]\nRestartSec=5s',
    manual: ['systemd.syntax(7)'],
  },
  'value-out-of-range': {
    what: 'A number, size or time span beyond what the directive takes.',
    why: 'systemd warns and ignores the line.',
    bad: '[Service]\nNice=40',
    good: '[Service]\nNice=19',
    manual: ['systemd.directives(7)'],
  },
  'value-obsolete': {
    what: 'A value that systemd takes for another one, because it is obsolete.',
    why: 'systemd remarks on it in the journal whenever it loads the unit.',
    bad: '[Service]\nStandardOutput=syslog',
    good: '[Service]\nStandardOutput=journal',
    manual: ['systemd.exec(5)'],
  },
  'value-too-new': {
    what: 'A value that came with a later systemd than the target version.',
    why: 'The target version does not know it, and treats it like any other wrong value. The version is set with systemdUnits.systemdVersion.',
    bad: '[Service]\n# with systemd 252 as the target\nType=notify-reload',
    manual: ['systemd.directives(7)'],
  },
  'value-ineffective': {
    what: 'A value that systemd takes silently, and that does nothing or something unexpected.',
    why: 'This is advice: systemd itself does not complain.',
    bad: '[Service]\nCapabilityBoundingSet=CAP_FOO',
    good: '[Service]\nCapabilityBoundingSet=CAP_CHOWN',
    manual: ['systemd.directives(7)'],
  },
  'specifier-unknown': {
    what: 'A percent sign followed by a letter or digit that is not a specifier.',
    why: 'systemd cannot resolve the value: it ignores the line, and in commands refuses the unit. A percent sign is written %%.',
    bad: '[Service]\nExecStart=/bin/date +%Z',
    good: '[Service]\nExecStart=/bin/date +%%Z',
    manual: ['systemd.unit(5)'],
  },
  quoting: {
    what: 'A quote that is not closed, or text right after the closing one where systemd takes none.',
    why: 'systemd cannot split the value into words; it ignores the line, and in commands refuses the unit.',
    bad: "[Service]\nExecStart=/bin/echo it's",
    good: '[Service]\nExecStart=/bin/echo "it\'s"',
    manual: ['systemd.syntax(7)', 'systemd.service(5)'],
  },
  'unit-name-invalid': {
    what: 'A word that is not a unit name.',
    why: 'A unit name ends in its kind, such as .service, and has letters, digits and : - _ . \\ @ only. systemd ignores the word.',
    bad: '[Unit]\nAfter=network',
    good: '[Unit]\nAfter=network.target',
    manual: ['systemd.unit(5)'],
  },
  'unit-kind': {
    what: 'A unit of a kind that this directive does not take.',
    why: 'systemd ignores it.',
    bad: '[Socket]\nListenStream=/run/example.sock\nService=example.target',
    good: '[Socket]\nListenStream=/run/example.sock\nService=example.service',
    manual: ['systemd.unit(5)'],
  },
  'path-invalid': {
    what: 'A path that is not absolute, is not normalised (has .. in it) or is too long.',
    why: 'systemd ignores the line or the path; for a few directives it refuses the unit.',
    bad: '[Service]\nReadWritePaths=var/lib/example',
    good: '[Service]\nReadWritePaths=/var/lib/example',
    manual: ['systemd.exec(5)'],
  },
  'exec-invalid': {
    what: 'A command line that systemd cannot run.',
    why: 'The program is an absolute path or a name without slashes, after at most one of each prefix. systemd refuses the unit; with the prefix - it drops the command.',
    bad: '[Service]\nExecStart=bin/example',
    good: '[Service]\nExecStart=/usr/bin/example',
    manual: ['systemd.service(5)'],
  },
  'escape-unknown': {
    what: 'A backslash sequence that is not an escape.',
    why: 'systemd warns, and passes the backslash on as it stands. Write \\\\ for a backslash.',
    bad: '[Service]\nExecStart=/bin/sed s/\\.x/y/',
    good: '[Service]\nExecStart=/bin/sed s/\\\\.x/y/',
    manual: ['systemd.service(5)'],
  },
  'legacy-path': {
    what: 'A path below /var/run.',
    why: '/var/run is a link to /run for old programs; systemd remarks on it and takes the path below /run.',
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
