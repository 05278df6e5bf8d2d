import { expect, test } from 'vitest';
import { timerTrigger } from '../../../server/src/rules/unit/triggers.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(timerTrigger, {
  rejected: {
    nothing: ['# a.timer\n[Timer]\nPersistent=yes\n', [['error', '[Timer]']]],
    'taken back by another key': ['# a.timer\n[Timer]\nOnCalendar=daily\nOnBootSec=\n', [['error', '[Timer]']]],
    'one that systemd ignores': ['# a.timer\n[Timer]\nOnCalendar=every day\n', [['error', 'every day']]],
    'several that systemd ignores': ['# a.timer\n[Timer]\nOnCalendar=every day\nOnBootSec=soon\n', [['error', 'soon']]],
    'an event that is off': ['# a.timer\n[Timer]\nOnClockChange=no\n', [['error', '[Timer]']]],
  },
  accepted: {
    'a calendar': ['# a.timer\n[Timer]\nOnCalendar=daily\n'],
    'an event': ['# a.timer\n[Timer]\nOnTimezoneChange=yes\n'],
  },
});

test('a value that leaves the timer without a trigger has one finding, with its fix', () => {
  const found = checkText('[Timer]\nOnCalendar=every day\n', { path: '/etc/systemd/system/a.timer' });
  expect(found.map(({ rule, fixes }) => [rule, fixes?.map(({ title }) => title)])).toEqual([
    ['timer-trigger', ['Change to daily']],
  ]);
});
