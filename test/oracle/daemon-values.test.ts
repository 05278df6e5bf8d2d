import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { absence } from './daemons/ask.ts';
import { filesReadBy } from './daemons/daemons.ts';
import { compareFile, type DaemonComparison } from './daemons/differential.ts';
import { difference } from './differential.ts';
import { DAEMONS_SINCE, eachSystem } from './each-system.ts';

const [, ...lines] = readFileSync('test/oracle/daemons/known-differences.tsv', 'utf8').trimEnd().split('\n');
const known = lines.map((line) => line.split('\t')).map(([parser = '', value = '']) => ({ parser, value }));
const isKnown = (found: DaemonComparison): boolean =>
  difference(found) === 'missed' && known.some(({ parser, value }) => parser === found.parser && value === found.value);

/** The manager of users has the same table; `compare-daemons.mjs` asks about it, and about every key. */
eachSystem((version) => {
  test.for(filesReadBy(version).filter((file) => !/^(?:user|journald@)\.conf$/.test(file)))(
    'judges the values of %s as its daemon does',
    (file, context) => {
      const reason = absence({ version, file });
      if (reason !== undefined) return context.skip(reason);
      const found = compareFile({ version, file, sample: true });
      expect(found.length).toBeGreaterThan(50);
      const wrong = found
        .filter((each) => difference(each) !== undefined && !isKnown(each))
        .map(({ section, key, value, systemdSays, weSay }) => ({
          line: `[${section}] ${key}=${value}`,
          systemdSays,
          weSay,
        }));
      expect(wrong).toEqual([]);
    },
  );
}, DAEMONS_SINCE);
