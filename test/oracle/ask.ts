import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { calendar, condition, timespan } from './analyze.ts';
import type { Verdict } from './messages.ts';
import { directiveQuestion } from './question.ts';
import { systems } from './systems.ts';
import { type Manager, verifyEach, verifyFiles } from './verify.ts';

const usage = `usage: node test/oracle/ask.mjs [--version N[,N…]] [--user] [--template] [--brief] Section.Key VALUE…
       node test/oracle/ask.mjs [--version N] Section.Key < FILE        one value per line
       node test/oracle/ask.mjs [--version N] [--user] --file PATH…     whole files, read together
       node test/oracle/ask.mjs [--version N] --timespan VALUE… | --calendar VALUE… | --condition VALUE…
`;

const analyzers = { timespan, calendar, condition };

/** Everything after the directive is a value, also when it begins with a dash. */
function valuesLast(argv: readonly string[]): string[] {
  const target = argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--version');
  return target < 0 ? [...argv] : [...argv.slice(0, target), '--', ...argv.slice(target)];
}

/** The command line of the oracle. */
export function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: valuesLast(argv),
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      user: { type: 'boolean' },
      template: { type: 'boolean' },
      brief: { type: 'boolean' },
      file: { type: 'boolean' },
      timespan: { type: 'boolean' },
      calendar: { type: 'boolean' },
      condition: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.length === 0) return print(usage, 2);
  const manager: Manager = values.user ? 'user' : 'system';
  const versions = values.version === undefined ? [...systems().keys()].sort() : values.version.split(',').map(Number);
  for (const version of versions) {
    const title = versions.length > 1 ? `systemd ${version}\n` : '';
    process.stdout.write(title);
    const analyzer = (['timespan', 'calendar', 'condition'] as const).find((name) => values[name]);
    if (analyzer !== undefined) {
      for (const answer of analyzers[analyzer](positionals, { version })) print(`${JSON.stringify(answer)}\n`, 0);
    } else if (values.file) printFiles(positionals, version, manager);
    else
      printValues(positionals, version, manager, { template: values.template === true, brief: values.brief === true });
  }
  return 0;
}

function printFiles(paths: readonly string[], version: number, manager: Manager): void {
  const files = new Map(paths.map((path) => [basename(path), readFileSync(path)]));
  for (const [name, verdict] of verifyFiles({ version, manager, files })) print(`${name}: ${describe(verdict)}\n`, 0);
}

interface PrintOptions {
  readonly template: boolean;
  readonly brief: boolean;
}

function printValues(positionals: readonly string[], version: number, manager: Manager, options: PrintOptions): void {
  const [target = '', ...given] = positionals;
  const [section = '', key = ''] = target.split('.');
  const values = given.length > 0 ? given : readFileSync(0, 'utf8').replace(/\n$/, '').split('\n');
  const questions = values.map((value) => directiveQuestion({ section, key }, value, options.template));
  const verdicts = verifyEach({ version, manager }, questions);
  values.forEach((value, index) => {
    const verdict = verdicts[index] ?? { refused: false, messages: [] };
    const text = options.brief ? describe(verdict).split('\n')[0] : describe(verdict, questions[index]?.line);
    print(`${JSON.stringify(value)}\t${text}\n`, 0);
  });
}

const levels = ['emergency', 'alert', 'critical', 'error', 'warning', 'notice', 'info', 'debug'];

function describe(verdict: Verdict, line?: number): string {
  const messages = verdict.messages.filter((message) => !message.environment);
  const worst = verdict.refused
    ? 'REFUSED'
    : messages.length === 0
      ? 'ok'
      : levels[Math.min(...messages.map((m) => m.level))];
  const details = messages.map(
    (m) =>
      `\n\t${levels[m.level]} ${m.line === undefined ? 'unit' : m.line === line ? 'here' : `L${m.line}`}: ${m.text}`,
  );
  const alone = details.length === 0 && verdict.refusal !== undefined ? `\n\tunit: ${verdict.refusal}` : '';
  return `${worst}${details.join('')}${alone}`;
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
