import { serviceBusName } from '../../../server/src/rules/service/service-needs.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceBusName, {
  rejected: {
    'Type=dbus alone': ['[Service]\nExecStart=/bin/true\nType=dbus\n', [['error', 'Type=dbus']]],
  },
  accepted: {
    'with a name': ['[Service]\nExecStart=/bin/true\nType=dbus\nBusName=org.a.B\n'],
  },
});
