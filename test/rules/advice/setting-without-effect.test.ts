import { settingWithoutEffect } from '../../../server/src/rules/advice/ineffective-settings.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(settingWithoutEffect, {
  rejected: {
    'GuessMainPID=': ['[Service]\nExecStart=/bin/true\nGuessMainPID=no\n', [['hint', 'GuessMainPID=no']]],
    'RestartSec=': ['[Service]\nExecStart=/bin/true\nRestartSec=5\n', [['hint', 'RestartSec=5']]],
  },
  accepted: {
    'a forking service': ['[Service]\nExecStart=/bin/true\nType=forking\nGuessMainPID=no\n'],
    'Restart=': ['[Service]\nExecStart=/bin/true\nRestart=always\nRestartSec=5\n'],
  },
});
