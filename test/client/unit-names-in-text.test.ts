import { expect, test } from 'vitest';
import { unitNamesIn } from '../../client/src/systemd/unit-names-in-text.ts';

test.each([
  ['● web.service - A web server', ['web.service']],
  ['     Loaded: loaded (/etc/systemd/system/web.service; enabled; preset: enabled)', []],
  ['TriggeredBy: ● backup.timer', ['backup.timer']],
  ['Failed to start getty@tty1.service: Unit getty@.service not found.', ['getty@tty1.service', 'getty@.service']],
  ['Job for a.service failed. See "systemctl status a.service".', ['a.service', 'a.service']],
  ['dev-disk-by\\x2duuid-1.device', ['dev-disk-by\\x2duuid-1.device']],
  ['https://example.org/a.service', []],
  ['_SYSTEMD_UNIT=a.service', ['a.service']],
  ['a.services .service a..path -.mount', ['a..path', '-.mount']],
  [`${'x'.repeat(3000)} a.service`, []],
])('%j', (line, names) => {
  const found = unitNamesIn(line);
  expect(found.map(({ name }) => name)).toEqual(names);
  for (const { name, start } of found) expect(line.slice(start, start + name.length)).toBe(name);
});
