import { readFileSync } from 'node:fs';
import { systems } from '../systems.ts';
import { absence, askDaemon, type DaemonVerdict } from './ask.ts';
import { daemons } from './daemons.ts';

const usage = `usage: node test/oracle/ask-daemon.mjs [--version N[,N…]] FILE Section.Key VALUE…
       node test/oracle/ask-daemon.mjs [--version N[,N…]] FILE PATH…     whole texts, each as a drop-in
FILE: ${Object.keys(daemons).join(', ')}
`;

/** The command line of the daemons' oracle. */
export function main(argv: string[]): number {
  const given = argv[0] === '--version' ? argv[1]!.split(',').map(Number) : undefined;
  const [file, ...rest] = given ? argv.slice(2) : argv;
  if (file === undefined || !daemons[file] || rest.length === 0) return print(usage, 2);
  const isPath = rest[0]!.includes('/');
  const texts = isPath ? rest.map((path) => readFileSync(path, 'utf8')) : rest.slice(1).map(assignmentOf(rest[0]!));
  const names = isPath ? rest : rest.slice(1);
  for (const version of given ?? [...systems().keys()].sort()) {
    const reason = absence({ version, file });
    print(`systemd ${version}${reason ? `: ${reason}` : ''}\n`, 0);
    if (reason) continue;
    for (const [index, verdict] of askDaemon({ version, file }, texts).entries())
      print(`${JSON.stringify(names[index])}\t${describe(verdict)}\n`, 0);
  }
  return 0;
}

/** `Section.Key`, or `.key` in a file without sections. */
const assignmentOf = (target: string) => {
  const dot = target.indexOf('.');
  const header = dot === 0 ? '' : `[${target.slice(0, dot)}]\n`;
  return (value: string): string => `${header}${target.slice(dot + 1)}=${value}`;
};

const describe = ({ messages, unfinished }: DaemonVerdict): string =>
  [
    ...messages.map(({ level, line, text }) => `<${level}>${line === undefined ? '' : ` L${line}`} ${text}`),
    ...(unfinished ? ['(silent or refused)'] : []),
  ].join('\n\t') || 'ok';

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
