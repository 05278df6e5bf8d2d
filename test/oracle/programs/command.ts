import { readFileSync } from 'node:fs';
import { systems } from '../systems.ts';
import { absence, askProgram, type ProgramVerdict } from './ask.ts';
import { programs } from './programs.ts';
import { textAround } from './question.ts';

const usage = `usage: node test/oracle/ask-program.mjs [--version N[,N…]] KIND Section.Key VALUE…
       node test/oracle/ask-program.mjs [--version N[,N…]] KIND PATH…     whole files
KIND: ${Object.keys(programs).join(', ')}
`;

/** The command line of the programs' oracle. */
export function main(argv: string[]): number {
  const given = argv[0] === '--version' ? argv[1]!.split(',').map(Number) : undefined;
  const [kind, ...rest] = given ? argv.slice(2) : argv;
  if (kind === undefined || !programs[kind] || rest.length === 0) return print(usage, 2);
  const isPath = rest[0]!.includes('/');
  const names = isPath ? rest : rest.slice(1);
  const [section = '', key] = rest[0]!.split('.');
  const texts = names.map((name) =>
    isPath ? readFileSync(name, 'utf8') : textAround({ kind, section, assignment: `${key}=${name}` }),
  );
  for (const version of given ?? [...systems().keys()].sort()) {
    const reason = absence({ version, kind });
    print(`systemd ${version}${reason ? `: ${reason}` : ''}\n`, 0);
    if (reason) continue;
    for (const [index, verdict] of askProgram({ version, kind }, texts).entries())
      print(`${JSON.stringify(names[index])}\t${describe(verdict)}\n`, 0);
  }
  return 0;
}

const describe = ({ messages, unfinished }: ProgramVerdict): string =>
  [
    ...messages.map(({ level, line, text }) => `<${level}>${line === undefined ? '' : ` L${line}`} ${text}`),
    ...(unfinished ? ['(not read to its end)'] : []),
  ].join('\n\t') || 'ok';

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
