import { parseArgs } from 'node:util';
import { absence } from './programs/ask.ts';
import { compareKind, directivesOf, type ProgramComparison } from './programs/differential.ts';
import { programs } from './programs/programs.ts';
import { systems } from './systems.ts';

const usage = `usage: node test/oracle/compare-programs.mjs [--version N[,N…]] [--sample] [KIND…]
  --sample    one key of each parser, not every key
Prints where we and systemd's programs differ about values in their files: .network, .netdev, .link, .nspawn, …
`;

/** Both judgements on the values of whole kinds of files, grouped by what differs; how many keys have a value type. */
export function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { version: { type: 'string' }, sample: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return print(usage, 2);
  const versions = values.version?.split(',').map(Number) ?? [...systems().keys()].filter((each) => each >= 252).sort();
  const kinds = positionals.length > 0 ? positionals : Object.keys(programs);
  const differing = versions.flatMap((version) =>
    kinds
      .filter((kind) => absence({ version, kind }) === undefined)
      .flatMap((kind) => compared({ version, kind, sample: values.sample })),
  );
  const groups = new Map<string, string[]>();
  for (const { version, found } of differing) {
    const { parser, value, program, said, kind, section, key } = found;
    const text = `${program ? 'missed' : 'FALSE'}: ${parser} ${JSON.stringify(value.slice(0, 60))}${said && `\n  ${said.slice(0, 150)}`}`;
    groups.set(text, [...(groups.get(text) ?? []), `${version} ${kind} ${section}.${key}`]);
  }
  for (const [text, places] of [...groups].sort())
    print(`${text}\n  ${places.slice(0, 4).join(', ')} (${places.length})\n`, 0);
  return differing.some(({ found }) => !found.program) ? 1 : 0;
}

function compared(range: { version: number; kind: string; sample?: boolean | undefined }) {
  const all = compareKind(range);
  const wrong = all.filter(({ program, ours }) => program !== ours);
  const complaints = all.filter(({ program }) => program).length;
  const missed = wrong.filter(({ program }) => program).length;
  const own = directivesOf(range.kind, range.version);
  const typed = own.filter(({ valueType }) => valueType).length;
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  print(
    `systemd ${range.version} .${range.kind}: ${typed} of ${own.length} keys have a value type (${percent(typed, own.length)}); ${all.length} values asked, found ${percent(complaints - missed, complaints)} of ${complaints}, false ${wrong.length - missed}\n`,
    0,
  );
  return wrong.map((found: ProgramComparison) => ({ version: range.version, found }));
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
