import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../server/src/cli/terminal.ts';
import { run } from './host.ts';

const unknown = (topic: string, rest: string): string =>
  topic.endsWith('.service') || topic.endsWith('.target')
    ? `systemd-units explain: There is no unit "${topic}" in this folder or on this machine.${rest}\n`
    : `systemd-units explain: There is nothing called "${topic}" in systemd 262.${rest}\n`;

describe('explain', () => {
  test.each([
    ['Restart', 'on-failure: after an unclean exit'],
    ['Restart=', 'The last assignment wins.'],
    ['Unit.After', 'After= · [Unit]'],
    ['[Service]Type', 'Type= · [Service]'],
    ['Type=notify', 'Started once it says READY=1.'],
    ['Service.KillMode=mixed', 'main process is asked'],
    ['%i', 'instance name'],
    ['Mon *-*-* 04:00', 'Every Monday at 04:00:00.'],
    ['daily', 'Every day at 00:00:00.'],
    ['1h 30min', '1h 30min = 5,400 seconds.'],
    ['SIGTERM', 'number 15: please end. A program that does not handle it ends.'],
    ['EPERM', 'error 1: not permitted'],
    ['CAP_NET_BIND_SERVICE', 'ports below 1024'],
    ['AF_INET6', 'IPv6'],
    ['@clock', 'setting the clock'],
    ['openat', 'part of @file-system'],
    ['multi-user.target', 'local-fs → sysinit → basic → multi-user → graphical'],
    ['network.target', 'nothing is said of a connection'],
    ['service', '.service · A program that systemd starts, watches and stops.'],
    ['.timer', 'Its sections: [Unit], [Timer], [Install].'],
    ['[Install]', 'What `systemctl enable` does'.replaceAll('`', '')],
    ['203/EXEC', 'Exit status 203/EXEC: the program could not be executed.'],
    ['EXIT_EXEC', 'Exit status 203/EXEC'],
    ['TEMPFAIL', 'Exit status 75/TEMPFAIL: temporary failure.'],
    ['75', 'As a time span: 1min 15s = 75 seconds.'],
    ['75', 'Exit status 75/TEMPFAIL'],
    ['143', 'killed by SIGTERM (128 + 15'],
    ['0644', 'As an access mode: rw-r--r--.'],
    ['NET_ADMIN', 'CAP_NET_ADMIN: configure interfaces'],
    ['TERM', 'SIGTERM, number 15'],
    ['oneshot', 'Type=oneshot: started once its commands have ended'],
    ['debug', 'SyslogLevel=debug: level 7'],
    ['yes', 'more'],
    ['tmpfs', 'ProtectHome=tmpfs: home folders are empty'],
    ['tmpfs', 'File system tmpfs, part of @temporary.'],
    ['ext4', 'File system ext4, part of @common-block.'],
    ['TasksMax=4000', 'At most 4,000 processes and threads'],
    ['ConditionVirtualization=kvm', 'the virtual machines of the Linux kernel'],
    ['man:sshd(8)', 'Online: https://man7.org/linux/man-pages/man8/sshd.8.html'],
    ['dbus-daemon(1)', 'Online: https://dbus.freedesktop.org/doc/dbus-daemon.1.html'],
  ])('%s', async (topic, expected) => {
    const { status, stdout, stderr } = await run(['explain', '--systemd-version', '262', topic]);
    expect(stderr).toBe('');
    expect(stdout.replace(/\s+/g, ' ')).toContain(expected);
    expect(status).toBe(0);
  });

  test('several topics, and those that are nothing, with a guess', async () => {
    const { status, stdout, stderr } = await run(['explain', 'Exekstart', 'SIGKILL']);
    expect(status).toBe(1);
    expect(stderr).toContain('There is nothing called "Exekstart" in systemd 262. Did you mean ExecStart?');
    expect(stdout).toContain('SIGKILL, number 9');
  });

  test.each([
    ['ExecStrat', 'ExecStart'],
    ['Restrat=always', 'Restart=always'],
    ['Service.Restrat', 'Service.Restart'],
    ['Restart=alwys', 'Restart=always'],
    ['Service.Type=notfy', 'Type=notify'],
    ['SIGTREM', 'SIGTERM'],
    ['CAP_NET_ADMN', 'CAP_NET_ADMIN'],
    ['AF_INTE6', 'AF_INET6'],
    ['EPRM', 'EPERM'],
    ['@sysem-service', '@system-service'],
    ['multi-usr.target', 'multi-user.target'],
    ['[Servce]', '[Service]'],
    ['servce', 'Service'],
  ])('%s is nothing; %s is meant', async (topic, meant) => {
    const { status, stdout, stderr } = await run(['explain', '--systemd-version', '262', topic]);
    expect(stderr).toBe(unknown(topic, ` Did you mean ${meant}?`));
    expect([status, stdout]).toEqual([1, '']);
  });

  test.each(['zzzzz', '%Z', 'quite-another.service', 'man:nothing(8)'])('%s is nothing', async (topic) => {
    const { status, stderr } = await run(['explain', '--systemd-version', '262', topic]);
    expect(stderr).toBe(unknown(topic, topic.endsWith('.service') ? '' : ' Try explain --search WORD.'));
    expect(status).toBe(1);
  });

  test('the version decides: notify-reload came with 253', async () => {
    expect((await run(['explain', '--systemd-version', '252', 'Type'])).stdout).not.toContain('notify-reload');
    expect((await run(['explain', '--systemd-version', '253', 'Type'])).stdout).toContain('notify-reload');
  });

  test('as JSON and as Markdown', async () => {
    const json = await run(['explain', '--format', 'json', 'SIGHUP']);
    expect(JSON.parse(json.stdout)).toMatchObject([{ topic: 'SIGHUP', kind: 'value' }]);
    const markdown = await run(['explain', '--format', 'markdown', 'Type']);
    expect(markdown.stdout).toMatch(/^\*\*Type=\*\* · `\[Service\]`/);
  });

  test.each([[[]], [['--format', 'xml', 'Type']], [['--systemd-version', 'new', 'Type']], [['--bogus', 'Type']]])(
    'wrong usage %j',
    async (args) => {
      const { status, stderr } = await run(['explain', ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain('systemd-units explain');
    },
  );
});

describe('Markdown in a terminal', () => {
  const plain = { width: 30, colors: false };

  test('paragraphs and list items are wrapped, the latter below their text', () => {
    expect(renderTerminal('one two three four five six seven eight\n\n- `a`: one two three four five six', plain)).toBe(
      'one two three four five six\nseven eight\n\n• a: one two three four five\n  six\n',
    );
  });
  test('no line is longer than asked, words of several styles stay whole', () => {
    const text = 'See **systemd.unit(5)** for more, and `A=`, **systemd.socket(5)**, and *others* still.';
    const lines = renderTerminal(text, plain).trim().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(lines.join(' ')).toBe('See systemd.unit(5) for more, and A=, systemd.socket(5), and others still.');
  });
  test('tables, code, escapes, links', () => {
    const markdown =
      '| A | B |\n|---|---|\n| long cell | x |\n\n```systemd\n[Unit]\n  *a*\n```\n\n\\*not\\* [word](https://x.org/a) &lt;b&gt;';
    expect(renderTerminal(markdown, plain)).toBe(
      'A          B\nlong cell  x\n\n    [Unit]\n      *a*\n\n*not* word <b>\n',
    );
  });
  test('colors only where asked for', () => {
    expect(renderTerminal('**a** `b`', { width: 80, colors: true })).toBe('\x1b[1ma\x1b[22m \x1b[36mb\x1b[39m\n');
  });
});
