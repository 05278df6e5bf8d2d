import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { findDirective } from '../../server/src/units/unit-directives.ts';
import { everywhere, type Mutation } from './edits.ts';
import type { Random } from './random.ts';

const TRUE = ['1', 'yes', 'YES', 'y', 'true', 'True', 't', 'on', 'ON'];
const FALSE = ['0', 'no', 'NO', 'n', 'false', 'False', 'f', 'off', 'OFF'];

/** Other spellings of seconds. */
const spans = (seconds: number): string[] => [
  `${seconds}`,
  `${seconds}s`,
  `${seconds} sec`,
  `${seconds}.0s`,
  `0h ${seconds}seconds`,
  `${seconds * 1000}ms`,
  ` ${seconds}  s `,
];

/** The same value in another spelling, by the parser that reads it; undefined where we know none. */
function respelling(parser: string, value: string, random: Random): string | undefined {
  if (/bool|tristate/.test(parser)) {
    if (TRUE.includes(value)) return random.pick(TRUE);
    return FALSE.includes(value) ? random.pick(FALSE) : undefined;
  }
  if (/_(n?sec|service_timeout|job_timeout)/.test(parser) && /^\d{1,6}$/.test(value))
    return random.pick(spans(Number(value)));
  if (/iec_size|memory_limit/.test(parser) && /^\d+G$/.test(value)) {
    return random.pick([`${Number.parseInt(value, 10) * 1024}M`, value.replace('G', ' G'), value.replace('G', '.0G')]);
  }
  if (parser === 'config_parse_mode' && /^0\d+$/.test(value)) return random.pick([value.slice(1), `0${value}`]);
  if (parser === 'config_parse_signal') return random.pick([value.replace(/^SIG/, ''), value]);
  if (/path_printf|working_directory|env_file/.test(parser)) return value.replace('/', random.pick(['//', '/./', '/']));
  if (/log_level/.test(parser) && value === 'err') return '3';
  return undefined;
}

const respelt = everywhere(({ key, value }, random, section) => {
  const parser = findDirective(section, key, NEWEST_VERSION)?.parser;
  const by = parser && respelling(parser, value.text, random);
  return by === undefined ? undefined : `${key}=${by}`;
});

/** Keys whose values are lists of words, and those of commands. */
const LIST =
  /unit_deps|strv|environ|exec$|syscall|address_families|capability|exec_directories|documentation|exit_status|install/;

const inList = (change: (words: readonly string[], random: Random) => string): Mutation =>
  everywhere(({ key, value }, random, section) => {
    const parser = findDirective(section, key, NEWEST_VERSION)?.parser ?? '';
    if (!LIST.test(parser) || /["'\\]/.test(value.text)) return undefined;
    const words = value.text.split(' ').filter((word) => word !== '');
    return words.length === 0 ? undefined : `${key}=${change(words, random)}`;
  });

/** What looks odd and is legal: systemd must stay silent, and so must we. */
export const oddities: Readonly<Record<string, Mutation>> = {
  'blanks around =': everywhere(({ key, value }) => `${key} \t=  ${value.text}`),
  'indented lines': everywhere(({ key, value }) => `  ${key}=${value.text}  `),
  'continued after the first word': everywhere(({ key, value }) => `${key}=\\\n# note\n; note\n${value.text}`),
  CRLF: ({ text }) => text.replace(/\n/g, '\r\n'),
  'byte order mark': ({ text }) => (text.startsWith('[') ? `\ufeff${text}` : undefined),
  'no line end': ({ text }) => text.replace(/\n+$/, ''),
  'comments everywhere': everywhere(({ key, value }) => `# a = b \\\n; [x]\n${key}=${value.text}`),
  'sections twice': (tree) =>
    tree.sections[0] ? `${tree.text}\n[${tree.sections[0].name}]\n[X-Ours]\nwhat ever\n` : undefined,
  'keys of others': everywhere(({ key, value }) => `X-Foo=bar\n${key}=${value.text}`),
  'other spellings': respelt,
  'lists over several lines': inList((words) => words.join(' \\\n# note = x\n   ')),
  'blanks in lists': inList((words) => words.join(' \t  ')),
  'quoted words': inList((words, random) => words.map((word) => (random.below(2) ? `"${word}"` : word)).join(' ')),
  'reset, then set': everywhere(({ key, value }) =>
    /^(Exec|Environment|After|Documentation|Listen|On[A-Z]|Condition)/.test(key)
      ? `${key}=\n${key}=${value.text}`
      : undefined,
  ),
  'specifiers in words': everywhere(({ key, value }) =>
    /^(Description|Documentation|Environment|SyslogIdentifier)$/.test(key) ? `${key}=${value.text}%%%p%H` : undefined,
  ),
};
