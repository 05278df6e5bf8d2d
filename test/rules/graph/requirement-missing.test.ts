import { requirementMissing } from '../../../server/src/rules/graph/broken-relations.ts';
import { graphRuleTest } from './graph-test.ts';

const run = '[Service]\nExecStart=/bin/true\n';

graphRuleTest(requirementMissing, {
  'not there': [{ 'a.service': `[Unit]\nRequires=b.service\n${run}` }, [['info', 'b.service']]],
  'an instance without a template': [{ 'a.service': `[Unit]\nBindsTo=b@x.service\n${run}` }, [['info', 'b@x.service']]],
  'an instance of a template': [{ 'a.service': `[Unit]\nBindsTo=b@x.service\n${run}`, 'b@.service': run }, []],
  masked: [{ 'a.service': `[Unit]\nRequires=b.service\n${run}`, 'b.service': '-> /dev/null' }, [['info', 'b.service']]],
  'wanted only': [{ 'a.service': `[Unit]\nWants=b.service\n${run}` }, []],
  'what needs no file': [
    { 'a.service': `[Unit]\nRequires=dev-sda.device home.mount a.slice sysinit.target\n${run}` },
    [],
  ],
  'an alias': [
    {
      'a.service': `[Unit]\nRequires=c.service\n${run}`,
      'b.service': run,
      'c.service': '-> /etc/systemd/system/b.service',
    },
    [],
  ],
});
