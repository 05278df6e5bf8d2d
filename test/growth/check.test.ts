import { expect, test } from 'vitest';
import { run } from '../cli/host.ts';
import { countedEngine, stepsOf } from './steps.ts';

type RunCli = typeof import('../../server/src/cli/main.ts').runCli;

const { runCli } = await countedEngine<{ readonly runCli: RunCli }>(
  `export { runCli } from './server/src/cli/main.ts';`,
);

const service = (unit = '', more = ''): string =>
  `[Unit]\nDescription=x\n${unit}[Service]\nExecStart=/bin/true\n${more}[Install]\nWantedBy=multi-user.target\n`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const name = (i: number): string => `units/unit-${i}.service`;
const each = (count: number, file: (i: number) => readonly [string, string]): Record<string, string> =>
  Object.fromEntries(numbers(count).map(file));
const lines = (count: number, line: (i: number) => string): string => numbers(count).map(line).join('');

/** Few that are enough to tell, and the files of so many. */
type Tree = readonly [few: number, files: (count: number) => Readonly<Record<string, string>>];

/** What a check may be given more of. */
const trees: Readonly<Record<string, Tree>> = {
  units: [50, (n) => each(n, (i) => [name(i), service()])],
  'drop-ins of one unit': [
    100,
    (n) => ({
      'units/a.service': service(),
      ...each(n, (i) => [`units/a.service.d/${i}.conf`, `[Service]\nEnvironment=A${i}=1\nNice=${i % 19}\n`]),
    }),
  ],
  'units in a ring': [
    40,
    (n) =>
      each(n, (i) => {
        const next = `unit-${(i + 1) % n}.service`;
        return [name(i), service(`Requires=${next}\nAfter=${next}\n`)];
      }),
  ],
  'relations of units that all require each other': [
    400,
    (n) => {
      const units = Math.round(Math.sqrt(n));
      const all = numbers(units).map((i) => `unit-${i}.service`);
      return each(units, (i) => {
        const others = all.filter((_, other) => other !== i).join(' ');
        return [name(i), service(`Requires=${others}\nAfter=${others}\n`)];
      });
    },
  ],
  'folders side by side': [60, (n) => each(n, (i) => [`units/${i}/a.service`, service()])],
  'folders side by side with drop-ins for their kind': [
    40,
    (n) =>
      Object.assign(
        each(n, (i) => [`units/${i}/a.service`, service()]),
        each(n, (i) => [`units/${i}/service.d/a.conf`, '[Service]\nNice=1\n']),
      ),
  ],
  sections: [500, (n) => ({ 'units/a.service': service() + lines(n, (i) => `[Service]\nEnvironment=A${i}=1\n`) })],
  lines: [500, (n) => ({ 'units/a.service': service('', `${lines(n, (i) => `Environment=A${i}=1\n`)}`) })],
  'misplaced lines, each with a fix': [
    500,
    (n) => ({
      'units/a.service': service() + lines(n, (i) => `Environment=A${i}=1\n`),
    }),
  ],
};

/** More than n log n would be, less than its square. */
const TIMES = 4;
const MOST = TIMES * 1.6;

test.each(Object.entries(trees))(
  '%s: a check takes steps for each of them, not for each with each',
  async (_, [few, files]) => {
    const steps = async (count: number): Promise<number> => {
      let counted = 0;
      await run(['check', '--no-config', 'units'], files(count), '', {}, async (...args) => {
        let status = 0;
        counted = await stepsOf(async () => {
          status = await runCli(...args);
        });
        return status;
      });
      return counted;
    };
    await steps(few);
    const ratio = (await steps(few * TIMES)) / (await steps(few));
    expect(ratio).toBeLessThan(MOST);
  },
);
