import { expect, test } from 'vitest';
import { environmentExpansion } from '../../../server/src/rules/advice/environment-advice.ts';
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
