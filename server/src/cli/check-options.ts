import { checkstyle } from './formats/checkstyle.ts';
import { concise } from './formats/concise.ts';
import type { Format } from './formats/format.ts';
import { github } from './formats/github.ts';
import { gitlab } from './formats/gitlab.ts';
import { json } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { rdjson } from './formats/rdjson.ts';
import { sarif } from './formats/sarif.ts';
import { text } from './formats/text.ts';
import { SEVERITIES } from './severities.ts';
import { podmanOption, versionOption } from './target-version.ts';
import type { Help } from './usage.ts';

export const FORMATS: Readonly<Record<string, Format>> = {
  text,
  concise,
  json,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson,
};

export const OPTIONS = {
  format: {
    type: 'string',
    default: 'text',
    value: Object.keys(FORMATS).join('|'),
    about: 'how to print (default text); concise is one line a finding',
  },
  'output-file': {
    type: 'string',
    value: 'FILE',
    about: 'write the report to this file; only the sum is printed',
  },
  statistics: { type: 'boolean', default: false, about: 'count the findings of each rule instead of printing them' },
  ...versionOption,
  ...podmanOption,
  targets: {
    type: 'string',
    multiple: true,
    value: 'LIST',
    about: 'judge for several: 252..257, >=249, debian12,rhel9 (see targets)',
  },
  matrix: { type: 'boolean', default: false, about: 'print a table of files and targets' },
  user: { type: 'boolean', default: false, about: 'judge as units of the user manager' },
  root: { type: 'string', value: 'DIR', about: 'check the units of an image tree, as its systemd would find them' },
  severity: {
    type: 'string',
    default: 'hint',
    value: SEVERITIES.join('|'),
    about: 'print only what is at least as bad (default hint)',
  },
  'fail-on': {
    type: 'string',
    default: 'warning',
    value: SEVERITIES.join('|'),
    about: 'end with 1 when something is at least as bad (default warning)',
  },
  'exit-zero': { type: 'boolean', default: false, about: 'end with 0 whatever is found' },
  'allow-empty': {
    type: 'boolean',
    default: false,
    about: 'pass although nothing is found, or what is named is not a unit',
  },
  quiet: { type: 'boolean', short: 'q', default: false, about: 'print nothing when there is nothing to complain of' },
  fix: { type: 'boolean', default: false, about: 'apply safe fixes to the files, then check again' },
  diff: {
    type: 'boolean',
    default: false,
    about: 'print what --fix would change as a unified diff, and change nothing; end with 1 if that is something',
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    about: 'pass over the findings that this file lists; they are known again when their lines move',
  },
  'update-baseline': { type: 'boolean', default: false, about: 'write what is found now into the file of --baseline' },
  changed: {
    type: 'string',
    value: 'REF',
    otherwise: 'HEAD',
    about: 'of the files only those that have changed since git REF, or since the branch left it (HEAD unless given)',
  },
  watch: {
    type: 'boolean',
    default: false,
    about: 'check again whenever something changes, and print what is different, until Ctrl+C',
  },
  'stdin-filename': {
    type: 'string',
    default: 'stdin.service',
    value: 'NAME',
    about: 'what standard input would be called',
  },
  explain: { type: 'string', value: 'RULE', about: 'explain a rule and stop' },
  config: { type: 'string', value: 'FILE', about: 'read settings from this file' },
  'no-config': { type: 'boolean', default: false, about: 'read settings from no file' },
} as const;

export const checkHelp: Help = {
  synopsis: ['[options] PATH...', '[options] --root DIR [UNIT|PATH...]'],
  about: `Checks unit files as systemd would read them. A folder is searched for units; - is standard input. The file
.systemd-units.json nearest above a unit may set version, manager and severities of rules, and leave out files; that of
this folder may name the paths.
Of units in this machine's unit paths, or below a --root with systemd in it, it also tells which programs and accounts
are not there. A pipeline names the version with --systemd-version, so that its verdict is the same on every machine.`,
  options: OPTIONS,
  exitStatus:
    '0 nothing as bad as --fail-on says, 1 something is, 2 wrong usage, unreadable input, or nothing to check',
};
