import { parseArgs } from 'node:util';
import { absence } from './daemons/ask.ts';
import { filesReadBy } from './daemons/daemons.ts';
import { compareFile, type DaemonComparison } from './daemons/differential.ts';
import { difference } from './differential.ts';
import { systems } from './systems.ts';

const usage = `usage: node test/oracle/compare-daemons.mjs [--version N[,N…]] [--sample] [FILE…]
  --sample    one key of each parser and file, not every key
Prints where we and the daemons differ about values of their configuration: journald.conf, logind.conf, …
`;

/** Both judgements on the values of whole files, grouped by what differs. */
export function main(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { version: { type: 'string' }, sample: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return print(usage, 2);
  const versions = values.version?.split(',').map(Number) ?? [...systems().keys()].sort();
  const asked = versions.flatMap((version) =>
    filesReadBy(version)
      .filter((file) => positionals.length === 0 || positionals.includes(file))
      .filter((file) => absence({ version, file }) === undefined)
      .flatMap((file) => compareFile({ version, file, sample: values.sample }).map((found) => ({ version, ...found }))),
  );
  const groups = new Map<string, (DaemonComparison & { version: number })[]>();
  for (const found of asked) {
    const kind = difference(found);
    if (kind === undefined) continue;
    const { parser, value, systemd, ours, systemdSays, weSay } = found;
    const text = `${kind}: ${parser} ${JSON.stringify(value)}\n  systemd ${systemd}: ${systemdSays}\n  we ${ours}: ${weSay}`;
    groups.set(text, [...(groups.get(text) ?? []), found]);
  }
  for (const [text, found] of groups)
    print(`${text}\n  ${found.map(({ version, file, key }) => `${version} ${file} ${key}`).join(', ')}\n`, 0);
  const differing = [...groups.values()].reduce((sum, found) => sum + found.length, 0);
  return print(`${asked.length} asked, ${differing} differ\n`, differing > 0 ? 1 : 0);
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}
