import { expect, test } from 'vitest';
import { containerOf } from '../../../server/src/dialects/quadlet/service-of-file.ts';
import { parseUnitName } from '../../../server/src/schema/unit-name.ts';

const PATH = '/etc/containers/systemd/web.container';
const TEMPLATE = '/etc/containers/systemd/web@.container';

test.each([
  ['web.service', PATH, '[Container]\nImage=x\n', 'systemd-web'],
  ['web.service', PATH, '[Container]\nContainerName=front\n', 'front'],
  ['web.service', PATH, '[Container]\nContainerName=front\nContainerName=%p-1\n', 'web-1'],
  ['web.service', PATH, '[Container]\nContainerName=front-%H\n', 'systemd-web'],
  ['web.service', PATH, '[Service]\nContainerName=front\n', 'systemd-web'],
  ['front.service', PATH, '[Container]\nServiceName=front\n', 'systemd-front'],
  ['web@a.service', TEMPLATE, '[Container]\nImage=x\n', 'systemd-web_a'],
  ['web@a.service', TEMPLATE, '[Container]\nContainerName=web-%i\n', 'web-a'],
  ['web.service', '', '', 'systemd-web'],
  ['web@a.service', '', '', 'systemd-web_a'],
])('the container of %s, by %s with %j, is %s', (service, path, text, container) => {
  expect(containerOf(parseUnitName(service)!, path, text)).toBe(container);
});
