import { describe, expect, test } from 'vitest';
import { run } from './host.ts';

const CRONTAB = '30 2 * * * root /usr/bin/backup\n';

describe('import', () => {
  test('prints what it makes, and says on standard error what has no counterpart', async () => {
    const { status, stdout, stderr } = await run(['import', '-'], {}, 'docker run -it --name web nginx\n');
    expect([status, stdout]).toEqual([
      0,
      '[Unit]\nDescription=web container\n\n[Container]\nImage=docker.io/library/nginx\nContainerName=web\n',
    ]);
    expect(stderr).toContain('standard input:1: A service has no terminal; the option is left out.\n');
  });

  test('takes a command behind --, word by word', async () => {
    const { stdout } = await run(['import', '--', 'podman', 'run', '-e', "A=it's $1", 'quay.io/a/b:1', '--', '-x y']);
    expect(stdout).toContain('Environment="A=it\'s $$1"\nExec=-- "-x y"\n');
  });

  test('writes files into a folder, each with its name', async () => {
    const { status, stdout, files } = await run(['import', '-o', 'units', 'etc/cron.d/x'], { 'etc/cron.d/x': CRONTAB });
    expect([status, stdout]).toEqual([0, 'units/backup.service\nunits/backup.timer\n']);
    expect(files['units/backup.timer']).toContain('OnCalendar=*-*-* 02:30:00\n');
    expect(files['units/backup.service']).toContain('User=root\n');
  });

  test('writes over nothing: where one file is in the way, none is written', async () => {
    const before = { 'etc/cron.d/x': CRONTAB, 'units/backup.timer': 'mine' };
    const { status, stderr, files } = await run(['import', '-o', 'units', 'etc/cron.d/x'], before);
    expect([status, files]).toEqual([2, before]);
    expect(stderr).toContain('units/backup.timer: exists; nothing is written');
  });

  test.each([
    [['import'], '', 2, 'name a file, - for standard input, or write -- and a command'],
    [['import', 'a', 'b'], '', 2, 'name one file; a command goes behind --'],
    [['import', 'missing'], '', 2, 'missing: no such file or folder'],
    [['import', '--from', 'crom', '-'], '', 2, 'did you mean cron?'],
    [['import', '-'], 'hello\n', 1, 'What this is cannot be told'],
    [['import', '--from', 'cron', '-'], '# nothing\n', 1, 'There is no job here'],
  ])('%j of %j', async (args, stdin, status, message) => {
    const result = await run(args, {}, stdin);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(message);
    expect(result.stdout).toBe('');
  });
});
