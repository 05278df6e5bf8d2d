import { describe, expect, test } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { type Answers, newUnit } from '../../server/src/service/new-unit.ts';

const command = '/usr/bin/python3 -m http.server 8000';

const given: readonly (readonly [Partial<Answers>, readonly string[]])[] = [
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

describe('a new unit', () => {
  test.each(given)('%j', (answers, names) => {
    for (const version of [252, 257, 262]) {
      const { files, problems } = newUnit(answers, version);
      expect(problems).toEqual([]);
      expect(files.map(({ name }) => name)).toEqual(names);
      for (const { name, text } of files) {
        const found = checkUnitText(text, { path: `/etc/systemd/system/${name}`, version });
        // Not even advice: what we write ourselves is as it should be.
        expect(found.map(({ code, message }) => `${name}: ${code} ${message}`)).toEqual([]);
        expect(text).not.toMatch(/\n\n\n|undefined|[ \t]\n/);
      }
    }
  });

  test('starts when its manager says so, or not by itself', () => {
    const text = (answers: Partial<Answers>) => newUnit(answers, 262).files[0]!.text;
    expect(text(given[0]![0])).toContain('WantedBy=multi-user.target');
    expect(text(given[1]![0])).not.toContain('[Install]');
    expect(text(given[2]![0])).toContain('WantedBy=default.target');
    expect(text(given[12]![0])).toContain('WantedBy=remote-fs.target');
  });

  test.each<[Partial<Answers>, string]>([
    [{ name: 'a b', command }, 'no name for a unit'],
    [{ name: 'web', command: 'no/such' }, 'neither an absolute path'],
    [{ purpose: 'timer', name: 'a', command, calendar: 'teatime' }, 'OnCalendar='],
    [{ purpose: 'socket', name: 'a', command, listen: '70000' }, 'ListenStream='],
    [{ purpose: 'path', name: 'a', command, watched: 'relative' }, 'PathExists='],
    [{ purpose: 'mount', what: '/dev/sda1', where: 'data' }, ''],
  ])('says what is wrong with %j', (answers, expected) => {
    expect(newUnit(answers, 262).problems.join(' ')).toContain(expected);
    expect(newUnit(answers, 262).problems).not.toEqual([]);
  });

  test('what was typed adds no line and no specifier', () => {
    const { files } = newUnit({ name: 'x', command: '/bin/true\n[Install]\nWantedBy=evil.target' }, 262);
    expect(files[0]!.text).not.toMatch(/^WantedBy=evil/m);
  });
});
