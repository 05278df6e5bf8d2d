import { atValue } from '../../engine/finding-place.ts';
import { pickByKey } from '../../engine/judged-block.ts';
import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import type { Fix } from '../../engine/rule.ts';
import { readWords, type Word } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../../values/changes.ts';
import { findSpecifier } from '../../values/specifiers.ts';

/** A command line as it was written for a shell. */
interface ShellLine {
  readonly assignment: JudgedAssignment;
  /** Prefixes such as `-`, then the rest of the value. */
  readonly prefixes: string;
  readonly script: string;
}

/** What could be written instead of a command line that needs a shell; the one that fits best first. */
export function shellFixes(assignment: JudgedAssignment, file: JudgedFile): Fix[] {
  const { node } = assignment;
  const { text } = node.value;
  const [, prefixes = '', script = ''] = /^([-@:+!|]*)\s*([\s\S]*)$/.exec(text) ?? [];
  // With @ the second word is a name, with | there is a shell; comments between the lines would be lost.
  if (/[@|]/.test(prefixes) || node.comments.length > 0 || /[\r\n\0]/.test(script)) return [];
  const line = { assignment, prefixes, script };
  return [...redirected(line, file), ...oneAfterTheOther(line, file), wrapped(line, file)];
}

const replaced = (assignment: JudgedAssignment, text: string) => {
  const { start, end } = atValue(assignment);
  return { start, end, text };
};

/** The whole value as a script of /bin/sh. */
export const inShell = (assignment: JudgedAssignment, file: JudgedFile): Fix[] =>
  shellFixes(assignment, file).slice(-1);

function wrapped({ assignment, prefixes, script }: ShellLine, { version }: JudgedFile): Fix {
  const text = `${prefixes}/bin/sh -c ${shellWord(script, { version, expands: !prefixes.includes(':') })}`;
  return { title: 'Run it in a shell: /bin/sh -c', edits: [replaced(assignment, text)] };
}

/**
 * A script as one word of an Exec…= line, so that the shell gets it as it stands. Its variables are the shell's business
 * (`$$`), also where systemd could replace them, whose values would then be read as shell syntax. Specifiers stay
 * systemd's; a percent sign that is none, or stands in a format of date(1), is doubled.
 */
export function shellWord(
  script: string,
  { version, expands }: { readonly version: number; readonly expands: boolean },
): string {
  const quote = script.includes("'") ? '"' : "'";
  const quotes = quote === '"' ? /["\\]/g : /\\/g;
  const dollars = expands ? script.replace(/\$\$|\$/g, '$$$$') : script;
  return `${quote}${withPercents(dollars, version).replace(quotes, '\\$&')}${quote}`;
}

function withPercents(script: string, version: number): string {
  let ofDate = '';
  let from = 0;
  for (const { start, end } of formatsIn(script)) {
    ofDate += script.slice(from, start) + script.slice(start, end).replace(/%%|%/g, '%%');
    from = end;
  }
  ofDate += script.slice(from);
  return ofDate.replace(/%%|%([0-9A-Za-z]?)/g, (found, letter: string | undefined) =>
    found === '%%' || (letter && findSpecifier(letter, version)) ? found : `%${found}`,
  );
}

const STANDARD = /^Standard(Input|Output|Error)$/;
const TYPE = /^Type$/;

/** `cmd > file` and the like: a redirection at the end becomes a setting of the service. */
function redirected({ assignment, prefixes, script }: ShellLine, file: JudgedFile): Fix[] {
  const match =
    /^([^|<>&;`'"\\]*[^|<>&;`'"\\\s0-9])\s+(?:([12]?)(>>?)\s*(\/[^\s|<>&;`'"$*?]+)(\s+2>&1)?|<\s*(\/[^\s|<>&;`'"$*?]+))$/.exec(
      script,
    );
  if (!match || assignment.node.key !== 'ExecStart' || match[1]!.includes('$(')) return [];
  const [, command, descriptor, arrow, target, both, source] = match;
  if (arrow === '>' && target !== '/dev/null' && !since(file.version, 'output truncates files')) return [];
  const key = source ? 'StandardInput' : descriptor === '2' ? 'StandardError' : 'StandardOutput';
  const value = source
    ? `file:${source}`
    : target === '/dev/null'
      ? 'null'
      : `${arrow === '>>' ? 'append' : 'truncate'}:${target}`;
  const settings = [[key, value], ...(both ? [['StandardError', 'inherit']] : [])];
  if (pickByKey(file.blocks, STANDARD).some(({ node }) => settings.some(([own]) => own === node.key))) return [];
  const lines = settings.map((setting) => setting.join('='));
  const title = `Write ${lines.join(' and ')} instead`;
  return [{ title, edits: [replaced(assignment, [`${prefixes}${command}`, ...lines].join('\n'))] }];
}

/** Lists of commands that systemd runs one after the other, as long as none fails. */
const LISTED = /^Exec(StartPre|StartPost|Reload|Condition|Stop|StopPost)$/;

/** `a && b` is two lines, where there may be two. */
function oneAfterTheOther({ assignment, prefixes, script }: ShellLine, file: JudgedFile): Fix[] {
  const { key } = assignment.node;
  const isOneshot = pickByKey(file.blocks, TYPE).at(-1)?.node.value.text === 'oneshot';
  if (prefixes !== '' || !(LISTED.test(key) || (key === 'ExecStart' && isOneshot))) return [];
  const { words } = readWords(script, { unquote: true, cunescape: true, unescapeRelax: true });
  const commands: string[] = [];
  let from = 0;
  for (const word of words.filter(({ text, quoted }) => text === '&&' && !quoted)) {
    commands.push(script.slice(from, word.start).trim());
    from = word.end;
  }
  commands.push(script.slice(from).trim());
  if (commands.length < 2 || commands.some((command) => command === '' || /^cd\s/.test(command))) return [];
  if (commands.some(needsShell)) return [];
  return [
    {
      title: `Write ${commands.length} lines of ${key}=`,
      edits: [replaced(assignment, commands.join(`\n${key}=`))],
    },
  ];
}

/** Words that mean something to a shell and nothing to systemd. */
const OPERATOR = /^(\|\|?|&&?|[012]?>>?|<|[012]?>>?(&[012]|\/\S*)|2>&1|&>\S*)$/;
const SUBSTITUTION = /\$\(|`/;

const needsShell = (command: string): boolean =>
  readWords(command, { unquote: true, cunescape: true, unescapeRelax: true }).words.some((word) =>
    isShell(word, command),
  );

/** Whether a word is shell syntax: an operator, a substitution, or the end of a command. */
export const isShell = (word: Word, text: string): boolean => {
  const written = text.slice(word.start, word.end);
  return !word.quoted && (OPERATOR.test(word.text) || SUBSTITUTION.test(written) || /[^\\;];$/.test(written));
};

/** `~/x`, and patterns of absolute paths: what a shell makes of them is not known to systemd. */
export const isExpansion = (word: Word, text: string): boolean =>
  !word.quoted && /^(~\/|\/[^\s=:]*[*])/.test(text.slice(word.start, word.end));

/** The formats of `date … +%Y-%m-%d`: behind the first plus sign of the command, up to a blank, quote or bracket. */
export function* formatsIn(text: string): Generator<Span> {
  let stop = -1;
  let from = 0;
  for (const { index } of text.matchAll(/\bdate\b/g)) {
    if (index < from) continue;
    if (stop < index) stop = endOf(text, index, /[;|&+]/g);
    if (text[stop] !== '+') continue;
    const start = /["']/.test(text[stop + 1] ?? '') ? stop + 2 : stop + 1;
    from = endOf(text, start, /[\s"'`)]/g);
    yield { start, end: from };
  }
}

/** Where one of some marks stands, from a place on. */
function endOf(text: string, from: number, marks: RegExp): number {
  marks.lastIndex = from;
  return marks.exec(text)?.index ?? text.length;
}
