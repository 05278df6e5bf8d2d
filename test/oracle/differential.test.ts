import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Comparison, compareParser, difference } from './differential.ts';
import { eachSystem } from './each-system.ts';
import { parsersOf } from './parsers.ts';

const [, ...lines] = readFileSync('test/oracle/known-differences.tsv', 'utf8').trimEnd().split('\n');
const known = lines
  .map((line) => line.split('\t'))
  .map(([parser = '', value = '', , until]) => ({ parser, value, until: Number(until || Infinity) }));
const isKnown = ({ parser, value }: Comparison, version: number) =>
  known.some((row) => row.parser === parser && row.value === value && version <= row.until);

/** One directive of each parser; `run.mjs` asks about all of them. */
function differences(version: number, manager: 'system' | 'user'): string[] {
  const parsers = parsersOf(version).filter((parser) => parser !== 'NULL');
  return parsers
    .flatMap((parser) => compareParser(parser, { version, manager, sample: true }))
    .filter((comparison) => difference(comparison) !== undefined && !isKnown(comparison, version))
    .map((found) => {
      const { section, key, value, systemdSays, weSay } = found;
      return `${difference(found)}: [${section}] ${key}=${value.slice(0, 60)}\n  systemd: ${systemdSays}\n  we: ${weSay}`;
    });
}

eachSystem((version) => {
  test('judges every value as the system manager does', () => expect(differences(version, 'system')).toEqual([]));
  test('judges every value as the user manager does', () => expect(differences(version, 'user')).toEqual([]));
});
