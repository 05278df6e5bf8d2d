import { expect, test } from 'vitest';
import { each, growthOf, lines, MOST, numbers, type Tree } from './commands.ts';

const service = (unit = '', more = ''): string =>
  `[Unit]\nDescription=x\n${unit}[Service]\nExecStart=/bin/true\n${more}[Install]\nWantedBy=multi-user.target\n`;
const name = (i: number): string => `units/unit-${i}.service`;

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
  'udev rules, each with a jump and a label': [
    300,
    (n) => ({
      'units/udev/rules.d/a.rules': lines(n, (i) => `KERNEL=="a${i}", GOTO="e${i}"\nMODE="0"\nLABEL="e${i}"\n`),
    }),
  ],
  'jumps that go nowhere, and labels of one name': [
    300,
    (n) => ({ 'units/udev/rules.d/a.rules': lines(n, (i) => `LABEL="a"\nKERNEL=="x", GOTO="b${i}"\n`) }),
  ],
  'lines of a udev rule': [
    100,
    (n) => ({ 'units/udev/rules.d/a.rules': `${lines(n, (i) => `TAG+="a${i}", \\\n# ${i}\n`)}MODE="0"\n` }),
  ],
  'alternatives of a udev rule, expression by expression': [
    60,
    (n) => ({ 'units/udev/rules.d/a.rules': `${lines(n, (i) => `ENV{a}!="b${i}|a", `)}MODE="0"\n` }),
  ],
};

test.each(Object.entries(trees))(
  '%s: a check takes steps for each of them, not for each with each',
  async (_, tree) => {
    expect(await growthOf(['check', '--no-config', 'units'], tree)).toBeLessThan(MOST);
  },
);
