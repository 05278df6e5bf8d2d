import { unitUnused } from '../../../server/src/rules/graph/unit-unused.ts';
import { graphRuleTest } from './graph-test.ts';

const run = '[Service]\nExecStart=/bin/true\n';

graphRuleTest(unitUnused, {
  'nothing starts it': [{ 'a.service': run }, [['hint', '[Service]']]],
  'it is installed': [{ 'a.service': `${run}[Install]\nWantedBy=multi-user.target\n` }, []],
  'a drop-in installs it': [{ 'a.service': run, 'a.service.d/1.conf': '[Install]\nWantedBy=multi-user.target\n' }, []],
  'a timer starts it': [{ 'a.service': run, 'a.timer': '[Timer]\nOnBootSec=1\n' }, []],
  'another wants it': [{ 'a.service': run, 'b.service': '[Unit]\nWants=a.service\n' }, []],
  'one of its instances is wanted': [{ 'a@.service': run, 'b.service': '[Unit]\nWants=a@x.service\n' }, []],
  'a link wants it': [{ 'a.service': run, 'b.target.wants/a.service': '-> ../a.service' }, []],
  'D-Bus starts it': [{ 'a.service': `[Service]\nType=dbus\nBusName=a.b\nExecStart=/bin/true\n` }, []],
  'ordering does not start it': [
    { 'a.service': run, 'b.service': '[Unit]\nAfter=a.service\n' },
    [['hint', '[Service]']],
  ],
});
