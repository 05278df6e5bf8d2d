import { expect, test } from 'vitest';
import { serviceCredentials } from '../../../server/src/rules/service/service-needs.ts';
import { fixed, ruleTest } from '../rule-test.ts';

ruleTest(serviceCredentials, {
  rejected: {
    'Type=simple in so many words': [
      '[Service]\nExecStart=/bin/true\nType=simple\nExecStartPost=/bin/true\nLoadCredential=a:/x\n',
      [['warning', 'Type=simple']],
    ],
  },
  accepted: {
    'no type': ['[Service]\nExecStart=/bin/true\nExecStartPost=/bin/true\nLoadCredential=a:/x\n'],
    'for 252, which does not mind': [
      '[Service]\nExecStart=/bin/true\nType=simple\nExecStartPost=/bin/true\nLoadCredential=a:/x\n',
      { version: 252 },
    ],
  },
});

test('Type=exec waits', () =>
  expect(
    fixed(
      serviceCredentials,
      '[Service]\nExecStart=/bin/true\nType=simple\nExecStartPost=/bin/true\nLoadCredential=a:/x\n',
    ),
  ).toBe('[Service]\nExecStart=/bin/true\nType=exec\nExecStartPost=/bin/true\nLoadCredential=a:/x\n'));
