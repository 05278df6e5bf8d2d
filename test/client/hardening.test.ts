import { expect, test } from 'vitest';
import { closable, gentleFirst, harden } from '../../client/src/systemd/hardening.ts';
import { parseExposures } from '../../client/src/systemd/security.ts';

function hardened(text: string, assignment: string): string | undefined {
  const change = harden(text, assignment);
  return change && text.slice(0, change.start) + change.text + text.slice(change.end);
}

const head = '[Unit]\nDescription=x\n\n[Service]\nExecStart=/bin/a \\\n  b\n';
const foot = '\n[Install]\nWantedBy=x.target\n';

test.each([
  ['behind the last of its section', '', 'PrivateTmp=yes', 'PrivateTmp=yes\n'],
  ['over another value', 'PrivateTmp=no\nUMask=0022\n', 'PrivateTmp=yes', 'PrivateTmp=yes\nUMask=0022\n'],
  ['with the blanks as they are', 'UMask =  0022 \n', 'UMask=0077', 'UMask =  0077 \n'],
  ['over the last of two', 'PrivateTmp=no\nPrivateTmp=no\n', 'PrivateTmp=yes', 'PrivateTmp=no\nPrivateTmp=yes\n'],
  ['joined to what takes away', 'SystemCallFilter=~@a @b\n', 'SystemCallFilter=~@c', 'SystemCallFilter=~@a @b @c\n'],
  ['behind what allows', 'UMask=1\nX=A\nY=1\n', 'X=~A', 'UMask=1\nX=A\nX=~A\nY=1\n'],
  ['joined once', 'X=~A \\\n  B\n', 'X=~B C', 'X=~A \\\n  B C\n'],
  ['reset, for an empty value', 'AmbientCapabilities=CAP_KILL\n', 'AmbientCapabilities=', 'AmbientCapabilities=\n'],
])('%s', (_, before, assignment, after) => {
  expect(hardened(head + before + foot, assignment)).toBe(head + after + foot);
  expect(harden(head + after + foot, assignment)).toBeUndefined();
});

test('at the end of a text without a line end, and under a bare header', () => {
  expect(hardened('[Service]\nExecStart=/a', 'X=1')).toBe('[Service]\nExecStart=/a\nX=1\n');
  expect(hardened('[Service]', 'X=1')).toBe('[Service]\nX=1\n');
});

test('not where it would do nothing', () => {
  expect(harden('[Timer]\n', 'X=1')).toBeUndefined();
  expect(harden('[Service]\nUser=root\n', 'DynamicUser=yes')).toBeUndefined();
  expect(harden('[Service]\nUser=\n', 'DynamicUser=yes')).toBeDefined();
});

test('what breaks least is offered first, what is closed not at all', () => {
  const item = (name: string, exposure: string | null) => ({ name, description: 'x', exposure });
  const items = [
    item('PrivateNetwork=', '0.5'),
    item('RootDirectory=/RootImage=', '0.1'),
    item('ProtectSystem=', '0.1'),
  ];
  const exposures = parseExposures(JSON.stringify([...items, item('NoNewPrivileges=', '0.2'), item('UMask=', null)]));
  const offered = (text: string) => gentleFirst(closable(exposures, text)).map(({ remedy }) => remedy);
  expect(offered('[Service]\n')).toEqual(['NoNewPrivileges=yes', 'ProtectSystem=strict', 'PrivateNetwork=yes']);
  expect(offered('[Service]\nProtectSystem=strict\n')).toEqual(['NoNewPrivileges=yes', 'PrivateNetwork=yes']);
});
