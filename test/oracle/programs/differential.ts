import { readFileSync } from 'node:fs';
import { dialects } from '../../../server/src/dialects/index.ts';
import type { FileIdentity } from '../../../server/src/schema/file-identity.ts';
import type { Directive } from '../../../server/src/values/value-type.ts';
import { askKeys } from './lines.ts';

export interface ProgramComparison {
  readonly kind: string;
  readonly section: string;
  readonly key: string;
  readonly parser: string;
  readonly value: string;
  /** Whether the program complains of the line, and whether we do. */
  readonly program: boolean;
  readonly ours: boolean;
  readonly said: string;
}

export interface ProgramRange {
  readonly version: number;
  readonly kind: string;
  /** In one key of each parser and argument only. */
  readonly sample?: boolean | undefined;
}

/** Values of every form there is: asked of every key. Those of one parser alone are in values-by-parser.tsv. */
const values = readFileSync('test/oracle/programs/values.txt', 'utf8').split('\n').slice(0, -1);

const [, ...ownValues] = readFileSync('test/oracle/programs/values-by-parser.tsv', 'utf8').trimEnd().split('\n');
const byParser: ReadonlyMap<string, readonly string[]> = grouped(ownValues.map((line) => line.split('\t')));

function grouped(rows: readonly string[][]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [parser = '', value = ''] of rows) found.set(parser, [...(found.get(parser) ?? []), value]);
  return found;
}

/** What is asked of a key: values of every form, and those of its parser alone. */
export const valuesOf = ({ parser, argument }: Directive): readonly string[] => [
  ...values,
  ...(byParser.get(parser) ?? byParser.get(`${parser}(${argument})`) ?? []),
];

/** How many values of a sampled key may end the program. */
const PATIENCE = 20;

/** What is said at a line, but not of its value. */
const OF_OTHERS = /^Gateway= without static address configured|^Specified netdev kind is different/;

const dialectIds: Readonly<Record<string, string>> = {
  network: 'networkd',
  netdev: 'networkd',
  link: 'networkd',
  nspawn: 'nspawn',
  repart: 'repart',
  transfer: 'sysupdate',
  feature: 'sysupdate',
  component: 'sysupdate',
  dnssd: 'resolved',
  'dns-delegate': 'resolved',
};

/** The directives of a kind of file that a release has. */
export function directivesOf(kind: string, version: number): Directive[] {
  const { schema } = dialects.find((each) => each.schema.dialect === dialectIds[kind])!;
  const identity = { dialect: dialectIds[kind]!, kind } as FileIdentity;
  return schema
    .directivesOf(identity)
    .all()
    .filter(({ from, to }) => from <= version && version <= to);
}

/** Both judgements on every value, of every key that has a value type. */
export function compareKind({ version, kind, sample = false }: ProgramRange): ProgramComparison[] {
  const typed = directivesOf(kind, version).filter(({ valueType }) => valueType);
  const readings = new Map(typed.map((directive) => [`${directive.parser} ${directive.argument}`, directive]));
  const asked = sample ? [...readings.values()] : typed;
  const answers = askKeys(
    { version, kind },
    asked.map((directive) => ({ section: directive.section, key: directive.key, values: valuesOf(directive) })),
    sample ? PATIENCE : undefined,
  );
  return asked.flatMap((directive, at) =>
    valuesOf(directive).flatMap((value, index) => {
      const answer = answers[at]![index];
      if (!answer) return [];
      const complaints = answer.filter((each) => each.level <= 4 && !OF_OTHERS.test(each.text));
      const context = { directive, version, manager: 'system', kind, unit: undefined } as const;
      const found = directive.valueType!.check(value.trim(), context);
      return {
        ...{ kind, section: directive.section, key: directive.key, value },
        parser: `${directive.parser}(${directive.argument})`,
        program: complaints.length > 0,
        ours: found.some(({ severity }) => severity === 'warning' || severity === 'error'),
        said: complaints.map((each) => each.text).join(' / '),
      };
    }),
  );
}
