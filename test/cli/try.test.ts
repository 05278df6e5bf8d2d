import { describe, expect, test } from 'vitest';
import type { CliHost } from '../../server/src/cli/host.ts';
import { run } from './host.ts';

const files = {
  '/web.service': '[Service]\nExecStart=/bin/web\nRuntimeDirectory=web\n[Install]\nWantedBy=multi-user.target\n',
  '/web.timer': '[Timer]\nOnCalendar=daily\n',
  '/worker@.service': '[Service]\nExecStart=/bin/worker %i\n',
};

/** A machine on which all that is tried does its work at once; command lines that change something are noted. */
function machine(ran: string[], installed = 'inactive'): Partial<CliHost> {
  const shown = 'LoadState=loaded\nActiveState=inactive\nInactiveEnterTimestampMonotonic=1\nResult=success\n';
  return {
    ask: async (_, args) =>
      args.includes('show')
        ? args.at(-1)!.startsWith('systemd-units-trial')
          ? shown
          : shown.replace('inactive', installed)
        : '',
    processes: {
      find: (program) => `/bin/${program}`,
      run: async (argv) => {
        ran.push(argv.join(' '));
        return { code: 0, stdout: '', stderr: '' };
      },
      newId: () => '0a1b2c3d',
      wait: async () => {},
      runtimeFolder: '/run/user/1',
      isInterrupted: () => false,
    },
  };
}

describe('systemd-units try', () => {
  test('begins a trial, takes it back, and tells how it came out', async () => {
    const ran: string[] = [];
    const { status, stdout } = await run(['try', '/web.service'], files, '', machine(ran));
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'web.service did its work and ended well after 0.0 s.']);
    expect(ran.map((line) => line.split(' ')[0])).toEqual(['systemd-run', 'systemctl']);
    expect(ran[0]).toContain('/run/systemd/system/systemd-units-trial-0a1b2c3d-web.service');
    expect(ran[1]).toBe('systemctl stop -- systemd-units-trial-0a1b2c3d.service');
  });

  test('runs in the user manager', async () => {
    const ran: string[] = [];
    await run(['try', '--user', '/web.service'], files, '', machine(ran));
    expect(ran[0]).toMatch(/^systemd-run --user .*\/run\/user\/1\/systemd\/user\/systemd-units-trial/);
  });

  test('names what it would share, and begins with --yes only', async () => {
    const ran: string[] = [];
    const { status, stderr } = await run(['try', '/web.service'], files, '', machine(ran, 'active'));
    expect([status, ran]).toEqual([2, []]);
    expect(stderr).toContain('RuntimeDirectory=web: both use the same folder below /run.\n');
    expect((await run(['try', '--yes', '/web.service'], files, '', machine(ran, 'active'))).status).toBe(0);
    const text = /StandardInputData=(\S+)/.exec(ran[0]!)![1]!;
    expect(Buffer.from(text, 'base64').toString()).toContain('RuntimeDirectoryPreserve=yes\n');
  });

  test('tries the service of a timer, and an instance of a template', async () => {
    const ran: string[] = [];
    const { stderr } = await run(['try', '/web.timer'], files, '', machine(ran));
    expect(stderr).toBe('systemd-units: web.timer starts web.service: that is what is tried.\n');
    await run(['try', '--instance', 'a', '/worker@.service'], files, '', machine(ran));
    expect(ran[2]).toContain('systemd-units-trial-0a1b2c3d-worker@a.service');
  });

  test.each([
    [['try'], 'try: name one file or unit'],
    [['try', '/worker@.service'], 'try: worker@.service is a template: name the instance that is to be tried.'],
    [['try', '--limit', 'long', '/web.service'], 'try: --limit takes a number of seconds, not "long"'],
    [['try', '--check', 'a | b', '/web.service'], 'try: --check: A check is run without a shell.'],
    [['harden', '/web.service'], 'harden: name a check that the service has to pass: --check COMMAND'],
  ])('%j is told in a line', async (args, said) => {
    const ran: string[] = [];
    const { status, stderr } = await run(args, files, '', machine(ran));
    expect([status, stderr.startsWith(`systemd-units ${said}`), ran]).toEqual([2, true, []]);
  });

  test('needs a machine', async () => {
    const { status, stderr } = await run(['try', '/web.service'], files);
    expect([status, stderr]).toEqual([2, 'systemd-units try: this needs a machine that runs systemd\n']);
  });
});

describe('systemd-units harden', () => {
  test('prints a drop-in, keeps its state, and writes no file unless it is told to', async () => {
    const ran: string[] = [];
    const args = ['harden', '--check', 'true', '--state', '/state.json', '/web.service'];
    const first = await run(args, files, '', machine(ran));
    expect(first.stdout).toContain('[Service]\n# Files of the system are read-only.\nProtectSystem=strict\n');
    expect(Object.keys(first.files).sort()).toEqual([...Object.keys(files), '/state.json'].sort());
    // All is decided: only the end is tried once more.
    const again: string[] = [];
    const second = await run(args, first.files, '', machine(again));
    expect(again.filter((line) => line.startsWith('systemd-run'))).toHaveLength(1);
    expect(second.stdout.replace(/by \d+ trials/, '')).toBe(first.stdout.replace(/by \d+ trials/, ''));
  });
});
