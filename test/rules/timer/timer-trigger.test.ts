import { timerTrigger } from '../../../server/src/rules/timer/timer-trigger.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(timerTrigger, {
  rejected: {
    nothing: ['# a.timer\n[Timer]\nPersistent=yes\n', [['error', '[Timer]']]],
    'taken back by another key': ['# a.timer\n[Timer]\nOnCalendar=daily\nOnBootSec=\n', [['error', '[Timer]']]],
    'an event that is off': ['# a.timer\n[Timer]\nOnClockChange=no\n', [['error', '[Timer]']]],
  },
  accepted: {
    'a calendar': ['# a.timer\n[Timer]\nOnCalendar=daily\n'],
    'an event': ['# a.timer\n[Timer]\nOnTimezoneChange=yes\n'],
  },
});
