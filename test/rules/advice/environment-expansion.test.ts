import { expect, test } from 'vitest';
import type { Report } from '../../../server/src/engine/rule.ts';
import { createDocument } from '../../../server/src/features/document.ts';
import { dateFormat } from '../../../server/src/rules/advice/command-lines.ts';
import { environmentExpansion, secretInEnvironment } from '../../../server/src/rules/advice/environment-advice.ts';
import { NEWEST_VERSION } from '../../../server/src/schema/versions.ts';
import { mistakes } from '../mistakes.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(environmentExpansion, {
  rejected: {
    variables: [
      '[Service]\nExecStart=/bin/true\nEnvironment=PATH=$HOME/bin:${PATH}\n',
      [
        ['hint', '$HOME'],
        ['hint', '${PATH}'],
      ],
    ],
    'in quotes': ['[Service]\nExecStart=/bin/true\nEnvironment="A=b $HOME"\n', [['hint', '$HOME']]],
    'a tilde': ['[Service]\nExecStart=/bin/true\nEnvironment=DATA=~/data\n', [['hint', '~']]],
  },
  accepted: {
    'a specifier': ['[Service]\nExecStart=/bin/true\nEnvironment=DATA=%h/data\n'],
    'a price': ['[Service]\nExecStart=/bin/true\nEnvironment=PRICE=5$ A=$1 B=a~b\n'],
    'a command, which systemd expands': ['[Service]\nExecStart=/bin/echo $HOME\n'],
  },
});

test('a user unit has %h for the home directory', () => {
  expect(mistakes().filter(({ says }) => says.startsWith(environmentExpansion.id))).toMatchObject([
    { manager: 'user', title: 'Change to %h' },
  ]);
});

test.each([
  [environmentExpansion, 'Environment', '$A'],
  [secretInEnvironment, 'Environment', 'TOKEN=abc '],
  [dateFormat, 'ExecStart', 'date +%Y '],
])('of a long value no more is worked out than is told', ({ check }, key, part) => {
  const text = `[Service]\n${key}=/bin/sh ${part.repeat(10_000)}\n`;
  const file = createDocument(text, { path: '/etc/systemd/system/a.service', version: NEWEST_VERSION }).judged!;
  let told = 0;
  const count = (): void => {
    told += 1;
  };
  const report: Report = Object.assign(count, { lazily: count, batch: count, isFull: () => told >= 3 });
  for (const assignment of file.assignments) check(assignment, report, file);
  expect(told).toBe(3);
});
