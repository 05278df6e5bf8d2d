import { expect, test } from 'vitest';
import { commandLine } from '../../client/src/systemd/command.ts';
import { taskActions, taskCommand, taskName } from '../../client/src/views/task-provider.ts';

const line = (definition: object) => {
  const command = taskCommand({ type: 'systemd', ...definition });
  return command && commandLine(command);
};

test.each([
  [{ action: 'restart', unit: 'web.service' }, 'systemctl restart -- web.service'],
  [
    { action: 'journalFollow', unit: 'tea.timer', scope: 'user' },
    'journalctl --follow --lines=20 --user-unit=tea.timer',
  ],
  [{ action: 'daemon-reload', scope: 'user' }, 'systemctl --user daemon-reload'],
  [{ program: 'systemctl', args: ['list-timers'] }, 'systemctl list-timers'],
])('%j', (definition, expected) => {
  expect(line(definition)).toBe(expected);
});

test.each([
  [{ action: 'start', unit: '$(reboot).service' }],
  [{ action: 'start', unit: '--force' }],
  [{ action: 'start' }],
  [{ action: 'verify', unit: 'web.service' }],
  [{ program: 'sh', args: ['-c', 'reboot'] }],
  [{ program: 'systemctl', args: [3] }],
  [{}],
])('%j is not a task', (definition) => {
  expect(line(definition)).toBeUndefined();
});

test('every action of a task is one of the commands', () => {
  for (const action of taskActions) expect(line({ action, unit: 'a.service' }), action).toContain('a.service');
  expect(taskName({ type: 'systemd', action: 'start', unit: 'a.service', scope: 'user' })).toBe(
    'start a.service (user)',
  );
});
