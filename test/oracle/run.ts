import { parseArgs } from 'node:util';
import { type Comparison, compareParser, difference } from './differential.ts';
import { parsersOf } from './parsers.ts';
import { systems } from './systems.ts';

const usage = `usage: node test/oracle/run.mjs [options]
  --version N[,N…]   systemd versions to compare with (default: all on this machine)
  --parser P[,P…]    only these parsers (the prefix config_parse_ may be left out)
  --key K            only this directive
  --user             judged by the user manager
  --template         asked in a template
  --every-section    in each section that has the directive, not in one
  --list N           disagreements to print per parser (default 10)
  --json             everything, one JSON object per line
`;

export function main(argv: string[]): number {
  const { values } = parseArgs({
    args: argv,
    options: {
      version: { type: 'string' },
      parser: { type: 'string' },
      key: { type: 'string' },
      user: { type: 'boolean' },
      template: { type: 'boolean' },
      'every-section': { type: 'boolean' },
      list: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 2;
  }
  const versions = values.version?.split(',').map(Number) ?? [...systems().keys()].sort();
  let differences = 0;
  for (const version of versions) {
    const options = {
      version,
      manager: values.user ? ('user' as const) : ('system' as const),
      template: values.template ?? false,
      everySection: values['every-section'] ?? false,
      key: values.key,
    };
    for (const parser of chosen(values.parser, version)) {
      const comparisons = compareParser(parser, options);
      if (comparisons.length === 0) continue;
      differences += comparisons.filter((comparison) => difference(comparison) !== undefined).length;
      if (values.json) for (const comparison of comparisons) print(JSON.stringify({ version, ...comparison }));
      else report(version, parser, comparisons, Number(values.list ?? 10));
    }
  }
  return differences === 0 ? 0 : 1;
}

export function chosen(names: string | undefined, version: number): string[] {
  const known = parsersOf(version).filter((parser) => parser !== 'NULL');
  if (names === undefined) return known;
  const wanted = names.split(',').map((name) => (name.startsWith('config_parse_') ? name : `config_parse_${name}`));
  return known.filter((parser) => wanted.includes(parser));
}

export function report(version: number, parser: string, comparisons: readonly Comparison[], limit: number): void {
  const kinds = ['false alarm', 'missed', 'weight'] as const;
  const found = kinds.map(
    (kind) => [kind, comparisons.filter((comparison) => difference(comparison) === kind)] as const,
  );
  const counts = found.filter(([, list]) => list.length > 0).map(([kind, list]) => `${list.length} ${kind}`);
  print(`${version}\t${parser}\t${comparisons.length} asked\t${counts.join(', ') || 'all agree'}`);
  const listed = found.flatMap(([kind, list]) => list.slice(0, limit).map((comparison) => [kind, comparison] as const));
  for (const [kind, { section, key, value, systemd, systemdSays, ours, weSay }] of listed) {
    print(
      `  ${kind}: [${section}] ${key}=${shorten(value)}\n    systemd ${systemd}: ${shorten(systemdSays)}\n    we      ${ours}: ${shorten(weSay)}`,
    );
  }
}

const shorten = (text: string) => (text.length > 240 ? `${text.slice(0, 237)}…` : text);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
