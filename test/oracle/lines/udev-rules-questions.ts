import type { Random } from '../../mutation/random.ts';
import { pool } from './questions.ts';

const KEYS = [
  ...[
    'ACTION',
    'DEVPATH',
    'KERNEL',
    'KERNELS',
    'NAME',
    'SYMLINK',
    'SUBSYSTEM',
    'SUBSYSTEMS',
    'DRIVER',
    'DRIVERS',
    'ATTR',
  ],
  ...[
    'ATTRS',
    'SYSCTL',
    'ENV',
    'CONST',
    'TAG',
    'TAGS',
    'TEST',
    'PROGRAM',
    'RESULT',
    'IMPORT',
    'OWNER',
    'GROUP',
    'MODE',
  ],
  ...['SECLABEL', 'RUN', 'GOTO', 'LABEL', 'OPTIONS', 'FOO', 'Kernel'],
];
const ATTRIBUTES = [
  '',
  '{}',
  '{a}',
  '{arch}',
  '{program}',
  '{builtin}',
  '{file}',
  '{0644}',
  '{%}',
  '{$env{a}}',
  '{ACTION}',
];
const OPERATORS = ['==', '!=', '=', '+=', '-=', ':=', '=+', '===', '', '<='];
const VALUES = ['"a"', '""', '"%"', '"%k"', 'i"a"', 'e"a"', '"kmod"', '"0660"', '"watch"', '"?*"', '"a*|b"', '"root"'];

/** Every key with every operator, and with whatever in braces; with every value; whole rules from values.txt. A file each. */
export function ruleQuestions(): string[] {
  const keyed = KEYS.flatMap((key) =>
    ATTRIBUTES.flatMap((attribute) => OPERATORS.map((operator) => `${key}${attribute}${operator}"a", TAG+="c"\n`)),
  );
  const valued = KEYS.flatMap((key) =>
    ['', '{a}', '{builtin}', '{db}', '{virt}', '{0600}'].flatMap((attribute) =>
      ['==', '!=', '=', '+='].flatMap((operator) =>
        VALUES.flatMap((value) => [
          `${key}${attribute}${operator}${value}\n`,
          `${key}${attribute}${operator}${value}, TAG+="c"\n`,
        ]),
      ),
    ),
  );
  return [...keyed, ...valued, ...pool('rule').map((rule) => (/[\n\\]$/.test(rule) ? rule : `${rule}\n`))];
}

type Change = (rule: string, random: Random) => string;

const ODD = '"\'{}=!+-:,\\$%*?[]| \t\n#ieAZ09';

/** What is done to a rule that is good. */
const changes: readonly Change[] = [
  (rule, { below }) => cut(rule, below(rule.length), 1, ''),
  (rule, { below }) => cut(rule, below(rule.length), 0, ODD[below(ODD.length)]!),
  (rule, { below }) => cut(rule, below(rule.length), 1, ODD[below(ODD.length)]!),
  (rule, random) => exchanged(rule, /[=!+:-]?=/g, () => OPERATORS[random.below(6)]!, random),
  (rule, random) => exchanged(rule, /\b[A-Z]{3,}(?=[{=!+:-])/g, () => KEYS[random.below(KEYS.length)]!, random),
  (rule, random) => exchanged(rule, /\{[^}"]*\}/g, () => ATTRIBUTES[random.below(ATTRIBUTES.length)]!, random),
  (rule, random) => exchanged(rule, /"[^"]*"/g, () => VALUES[random.below(VALUES.length)]!, random),
  (rule, random) =>
    exchanged(rule, /[$%]\w/g, () => ['$', '%', '$foo', '%x', '$env', '%c{x}'][random.below(6)]!, random),
  (rule, random) => exchanged(rule, /, */g, () => ['', ' ', ',,', ' ,', ','][random.below(5)]!, random),
  (rule) => `${rule.trimEnd()}, ${rule}`,
];

const cut = (text: string, at: number, count: number, by: string): string =>
  `${text.slice(0, at)}${by}${text.slice(at + count)}`;

function exchanged(rule: string, what: RegExp, by: () => string, { below }: Random): string {
  const found = [...rule.matchAll(what)];
  const one = found[below(Math.max(1, found.length))];
  return one ? cut(rule, one.index, one[0].length, by()) : rule;
}

/** Files of rules with one or two faults in one of their rules. */
export function spoiltRules(files: readonly string[], count: number, random: Random): string[] {
  return Array.from({ length: count }, () => {
    const file = files[random.below(files.length)]!;
    const lines = file.split('\n');
    const start = random.below(Math.max(1, lines.length - 12));
    const part = lines.slice(start, start + 12);
    const candidates = part.flatMap((line, at) => (/^\s*[A-Z]/.test(line) ? [at] : []));
    const at = candidates[random.below(Math.max(1, candidates.length))];
    if (at === undefined) return `${part.join('\n')}\n`;
    let rule = part[at]!;
    for (let times = 1 + random.below(2); times > 0; times--)
      rule = changes[random.below(changes.length)]!(rule, random);
    part[at] = rule;
    return `${part.join('\n')}\n`;
  });
}
