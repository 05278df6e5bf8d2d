import { conflictingRequirement } from '../../../server/src/rules/graph/broken-relations.ts';
import { graphRuleTest } from './graph-test.ts';

graphRuleTest(conflictingRequirement, {
  required: [{ 'a.service': '[Unit]\nRequires=b.service\nConflicts=b.service\n' }, [['warning', 'b.service']]],
  wanted: [{ 'a.service': '[Unit]\nWants=b.service\nConflicts=b.service\n' }, [['info', 'b.service']]],
  'wanted by a link in its folder': [
    { 'a.service': '[Unit]\nConflicts=b.service\n', 'a.service.wants/b.service': '-> ../b.service' },
    [['info', 'b.service']],
  ],
  others: [{ 'a.service': '[Unit]\nWants=b.service\nConflicts=c.service\n' }, []],
});
