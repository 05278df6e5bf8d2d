import { describe, expect, test } from 'vitest';
import type { CliHost } from '../../server/src/cli/host.ts';
import { run } from './host.ts';

const SHOWN = `Id=web.service
LoadState=loaded
ActiveState=failed
Result=exit-code
FragmentPath=/etc/systemd/system/web.service
ExecStart={ path=/usr/bin/web ; argv[]=/usr/bin/web ; ignore_errors=no ; start_time=[n/a] ; stop_time=[n/a] ; pid=7 ; code=exited ; status=203 }
`;

const files = { '/etc/systemd/system/web.service': '[Service]\nExecStart=/usr/bin/web\n', '/usr/bin/other': '' };

/** A machine whose programs print this; what was asked is noted. */
function machine(printed: Readonly<Record<string, string>>, asked: string[] = []): Partial<CliHost> {
  return {
    ask: async (program, args) => {
      asked.push([program, ...args].join(' '));
      return printed[program];
    },
  };
}

describe('systemd-units why', () => {
  test('prints the diagnosis of a unit, and exits with 1', async () => {
    const { status, stdout } = await run(['why', 'web'], files, '', machine({ systemctl: SHOWN }));
    expect(stdout).toContain('web.service failed: the program /usr/bin/web does not exist.\n');
    expect(stdout).toContain('  /etc/systemd/system/web.service:2: ExecStart=/usr/bin/web\n');
    expect(status).toBe(1);
  });

  test('prints it for programs', async () => {
    const { stdout } = await run(['why', '--json', 'web.service'], files, '', machine({ systemctl: SHOWN }));
    expect(JSON.parse(stdout)).toMatchObject([{ unit: 'web.service', kind: 'program', places: [{ line: 2 }] }]);
  });

  test('asks the manager that is meant, and changes nothing', async () => {
    const asked: string[] = [];
    await run(['why', '--user', 'web'], files, '', machine({ systemctl: SHOWN }, asked));
    expect(asked.every((line) => line.includes('--user'))).toBe(true);
    expect(
      asked.map((line) => line.split(' ').find((word) => /^(show|get-property|--lines.*)$/.test(word))),
    ).not.toContain(undefined);
  });

  test('exits with 0 of a unit that runs', async () => {
    const running = 'Id=web.service\nLoadState=loaded\nActiveState=active\nSubState=running\n';
    const { status, stdout } = await run(['why', 'web'], {}, '', machine({ systemctl: running }));
    expect([status, stdout]).toEqual([0, 'web.service is running: it has started.\n']);
  });

  test.each([
    [[], 'systemd-units why: name a unit\n'],
    [['a b'], 'systemd-units why: "a b" is not the name of a unit\n'],
    [['web'], 'systemd-units why: web: the system manager of this machine does not answer\n'],
  ])('%j is told in a line', async (args, said) => {
    const { status, stderr } = await run(['why', ...args], {}, '', machine({}));
    expect([status, stderr]).toEqual([2, said]);
  });

  test('needs a machine', async () => {
    const { status, stderr } = await run(['why', 'web']);
    expect([status, stderr]).toEqual([2, 'systemd-units why: this needs a machine that runs systemd\n']);
  });
});
