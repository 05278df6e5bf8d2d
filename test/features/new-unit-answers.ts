import type { Answers } from '../../server/src/service/new-unit.ts';

/** A command newcomers know. */
export const command = '/usr/bin/python3 -m http.server 8000';

/** Answers to the wizard's questions, every purpose among them, and the files they lead to. */
export const given: readonly (readonly [Partial<Answers>, readonly string[]])[] = [
  [{ purpose: 'service', name: 'web', command }, ['web.service']],
  [{ purpose: 'service', name: 'web', command, atBoot: false }, ['web.service']],
  [{ purpose: 'service', name: 'web', command, manager: 'user' }, ['web.service']],
  [{ purpose: 'once', name: 'setup', command: '/bin/true' }, ['setup.service']],
  [
    { purpose: 'timer', name: 'backup', command: '/bin/true', calendar: 'Mon..Fri 04:00' },
    ['backup.service', 'backup.timer'],
  ],
  [{ purpose: 'timer', name: 'tea', command: '/bin/true', manager: 'user' }, ['tea.service', 'tea.timer']],
  [{ purpose: 'socket', name: 'echo', command: '/bin/cat', listen: '127.0.0.1:7000' }, ['echo.service', 'echo.socket']],
  [{ purpose: 'socket', name: 'echo', command: '/bin/cat', listen: '/run/echo.sock' }, ['echo.service', 'echo.socket']],
  [
    { purpose: 'path', name: 'inbox', command: '/bin/true', watched: '/var/spool/inbox/' },
    ['inbox.service', 'inbox.path'],
  ],
  [{ purpose: 'path', name: 'flag', command: '/bin/true', watched: '/run/flag' }, ['flag.service', 'flag.path']],
  [{ purpose: 'template', name: 'worker', command: '/bin/echo %i' }, ['worker@.service']],
  [{ purpose: 'mount', what: 'tmpfs', where: '/mnt/my data/', type: 'tmpfs' }, ['mnt-my\\x20data.mount']],
  [{ purpose: 'mount', what: 'server:/export', where: '/srv/files', type: 'nfs' }, ['srv-files.mount']],
];
