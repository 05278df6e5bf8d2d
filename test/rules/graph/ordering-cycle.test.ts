import { expect, test } from 'vitest';
import { orderingCycleRule } from '../../../server/src/rules/graph/broken-relations.ts';
import { graphFindings, graphRuleTest } from './graph-test.ts';

const run = '[Service]\nExecStart=/bin/true\n';

/** Each verdict is that of `systemd-analyze verify`, 252 and 262; test/oracle/cycles.test.ts asks again. */
graphRuleTest(orderingCycleRule, {
  'two that wait for each other, one requiring the other': [
    {
      'a.service': `[Unit]\nAfter=b.service\nRequires=b.service\n${run}`,
      'b.service': `[Unit]\nAfter=a.service\n${run}`,
    },
    [['warning', 'b.service']],
  ],
  'the other one is not told: it pulls nothing in': [
    {
      'b.service': `[Unit]\nAfter=a.service\n${run}`,
      'a.service': `[Unit]\nAfter=b.service\nRequires=b.service\n${run}`,
    },
    [],
  ],
  'one wanted only': [
    { 'c.service': `[Unit]\nAfter=d.service\nWants=d.service\n${run}`, 'd.service': `[Unit]\nAfter=c.service\n${run}` },
    [['warning', 'd.service']],
  ],
  'before a target that everything waits for': [
    { 'g.service': `[Unit]\nBefore=sysinit.target\n${run}` },
    [['warning', 'sysinit.target']],
  ],
  'the same without default dependencies': [
    { 'g.service': `[Unit]\nDefaultDependencies=no\nBefore=sysinit.target\n${run}` },
    [],
  ],
  'in a drop-in of another': [
    {
      'a.service': `[Unit]\nWants=b.service\nAfter=b.service\n${run}`,
      'b.service': run,
      'b.service.d/10.conf': '[Unit]\nAfter=a.service\n',
    },
    [['warning', 'b.service']],
  ],
  'by links in folders': [
    {
      'a.target': '[Unit]\nBefore=b.service\n',
      'a.target.wants/b.service': '-> /etc/systemd/system/b.service',
      'b.service': `[Unit]\nAfter=a.target\n${run}`,
    },
    [],
  ],
  'over three units': [
    {
      'a.service': `[Unit]\nWants=b.service\nAfter=b.service\n${run}`,
      'b.service': `[Unit]\nWants=c.service\nAfter=c.service\n${run}`,
      'c.service': `[Unit]\nAfter=a.service\n${run}`,
    },
    [['warning', 'b.service']],
  ],
  'a masked unit waits for nobody': [
    { 'a.service': `[Unit]\nAfter=b.service\nWants=b.service\n${run}`, 'b.service': '' },
    [],
  ],
});

test('the circle and who says so', () => {
  const [finding] = graphFindings('ordering-cycle', {
    'a.service': `[Unit]\nAfter=b.service\nWants=b.service\n${run}`,
    'b.service': `[Unit]\nAfter=a.service\n${run}`,
  });
  expect(finding?.message).toBe(
    'Ordering cycle: a.service after b.service after a.service (b.service: After=a.service). ' +
      'systemd leaves one of them out of the start to break it. Remove one After= or Before=.',
  );
});
