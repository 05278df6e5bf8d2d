import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../server/src/cli/check-options.ts';
import { commands } from '../../server/src/cli/commands.ts';
import { progress } from '../../server/src/cli/progress.ts';
import { choicesOf, type Help, optionsOf, usageText } from '../../server/src/cli/usage.ts';
import { nodeCliHost } from '../../server/src/node/cli-host.ts';
import { run } from './host.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const options = commands
  .filter(({ name }) => name !== 'lsp')
  .flatMap(({ name, help }) => optionsOf(help).map((option) => [name, option] as const));

describe('usage', () => {
  test.each(options)('%s takes the option it speaks of: %o', async (name, option) => {
    const value = choicesOf(option)[0] ?? (option.value === undefined ? undefined : '1');
    const { stderr } = await run([name, ...(value === undefined ? [option.name] : [`${option.name}=${value}`])]);
    expect(stderr).not.toMatch(/there is no option|takes no value|needs a value/);
    expect((await run([name, `${option.name}x`])).stderr).toContain(
      `there is no option ${option.name}x; did you mean ${option.name}?`,
    );
  });

  test.each(commands.map(({ name, help }) => [name, help]))('%s says all it takes, in lines of 120', (name, help) => {
    const usage = usageText(name, help);
    expect(usage).toMatch(new RegExp(`^systemd-units ${name}( |\n)`));
    for (const { name: option } of optionsOf(help))
      expect(usage).toMatch(new RegExp(`^  (-\\w, )?${option}( |\\[=|$)`, 'm'));
    for (const line of usage.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test('a switch has no value, whatever else has one', () => {
    for (const { help } of commands)
      for (const row of Object.values(help.options))
        expect([row, row.value !== undefined]).toEqual([row, row.type === 'string']);
  });

  test('what is too long for a line goes on below', () => {
    const help: Help = {
      synopsis: ['[options]'],
      about: 'Does it.',
      options: {
        all: { type: 'boolean', short: 'a', about: `${'word '.repeat(30)}end` },
        'only-one-of-them': { type: 'string', value: 'one|two|three|four|five|six|seven', about: 'which one' },
      },
      exitStatus: '0 done',
    };
    expect(usageText('do', help)).toBe(`systemd-units do [options]

Does it.

  -a, --all   ${'word '.repeat(21).trimEnd()}
              ${'word '.repeat(9)}end
  --only-one-of-them one|two|three|four|five|six|seven
              which one

Exit status: 0 done.
`);
  });

  test('man page and schema are as they would be written now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['server/scripts/command-line.mjs', '--check'], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('progress', () => {
  const steps = (milliseconds: number): string[] => {
    const shown: string[] = [];
    let time = 0;
    const host = { ...nodeCliHost(), now: () => time, showProgress: (line: string) => void shown.push(line) };
    const step = progress(host, 100);
    for (let i = 0; i < 100; i++) {
      time += milliseconds;
      step();
    }
    step.end();
    return shown;
  };
  test('a short run shows none', () => expect(steps(1)).toEqual([]));
  test('a long one shows some, and wipes it in the end', () => {
    const shown = steps(20);
    expect(shown[0]).toBe('checking 25 of 100 …');
    expect(shown.at(-1)).toBe('');
    expect(shown.length).toBeLessThan(20);
  });
});

describe('completion', () => {
  const script = async (shell: string): Promise<string> => {
    const path = join(scratch, `${shell}.completion`);
    writeFileSync(path, (await run(['completion', shell])).stdout);
    return path;
  };
  const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit']).status === 0;
  /** Shells complain of a locale that the machine lacks. */
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const ask = (shell: string, args: readonly string[]): string[] => {
    const { stdout, stderr } = spawnSync(shell, args, { encoding: 'utf8', cwd: scratch, env });
    expect(stderr).toBe('');
    return stdout.split(/[\n\r]+/).flatMap((line) => line.split('\t')[0]!.trim() || []);
  };

  test.skipIf(!has('bash'))('bash (skipped where bash is missing)', async () => {
    const path = await script('bash');
    const complete = (...words: string[]): string[] => {
      const line = words.map((word) => `'${word}'`).join(' ');
      const code = `source "$0"; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _systemd_units; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return ask('bash', ['--norc', '-c', code, path]);
    };
    expect(complete('systemd-units', 'c')).toEqual(['check', 'cat', 'calendar', 'completion']);
    expect(complete('systemd-units', 'check', '--format', '')).toEqual(Object.keys(FORMATS));
    expect(complete('systemd-units', 'check', '--qu')).toEqual(['--quiet']);
    expect(complete('systemd-units', 'check', '--explain', 'value-in')).toContain('value-invalid');
    writeFileSync(join(scratch, 'two words.service'), '');
    expect(complete('systemd-units', 'check', 'two')).toEqual(['two words.service']);
  });

  test.skipIf(!has('fish'))('fish (skipped where fish is missing)', async () => {
    const path = await script('fish');
    const complete = (line: string): string[] => ask('fish', ['-c', `source '${path}'; complete -C'${line}'`]);
    expect(complete('systemd-units c').sort()).toEqual(['calendar', 'cat', 'check', 'completion']);
    expect(complete('systemd-units check --format ').sort()).toEqual(Object.keys(FORMATS).sort());
    expect(complete('systemd-units check --qu')).toEqual(['--quiet']);
  });

  test.skipIf(!has('zsh'))('zsh (skipped where zsh is missing)', async () => {
    const path = await script('zsh');
    // Completion works in a terminal only: zsh's own module gives it one, and each prompt says that it is ready.
    const complete = (line: string): string => {
      const code = `zmodload zsh/zpty; zpty z "PS1='<READY>' zsh -f"; zpty -r z out '*<READY>*'
        zpty -w z 'autoload -Uz compinit; compinit -u -d ${scratch}/dump; source ${path}'; zpty -r z out '*<READY>*'
        zpty -n -w z $'${line}\\tEND'; zpty -r z out '*END*'; print -r -- $out`;
      return spawnSync('zsh', ['-f', '-c', code], { encoding: 'utf8', timeout: 60_000 }).stdout;
    };
    expect(complete('systemd-units check --qui')).toContain('--quiet');
    expect(complete('systemd-units check --severity war')).toContain('--severity warning');
  });
});

describe('--root', () => {
  const root = join(scratch, 'image');
  const put = (path: string, text: string): void => {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { mode: 0o755 });
  };
  for (const program of ['true', 'false']) put(`bin/${program}`, '');
  put('usr/lib/systemd/libsystemd-shared-252.so', '');
  put('usr/lib/systemd/system/web.service', '[Service]\nExecStart=/bin/true\nRestartMode=direct\nRestart=always\n');
  put('usr/lib/systemd/system/web.service.d/a.conf', '[Service]\nExecStart=/bin/false\n');
  put('usr/lib/systemd/system/hidden.service', '[Service]\nNonsense=1\n');
  put('etc/systemd/system/hidden.service', '[Service]\nExecStart=/bin/true\n');
  put('usr/lib/systemd/system/masked.service', '[Service]\nNonsense=1\n');
  symlinkSync('usr/lib', join(root, 'lib'));
  symlinkSync('/dev/null', join(root, 'etc/systemd/system/masked.service'));
  symlinkSync('/lib/systemd/system/web.service', join(root, 'etc/systemd/system/www.service'));
  put('srv/stray.service', '[Service]\nNonsense=1\n');

  const check = async (...args: string[]) => {
    const written: string[] = [];
    const host = { ...nodeCliHost(), cwd: scratch, stdout: (text: string) => void written.push(text) };
    const status = await commands[0]!.run(host, ['--root', root, '--format', 'json', ...args]);
    const problems = JSON.parse(written.join('')) as { path: string; code: string }[];
    return { status, problems: problems.map(({ path, code }) => `${path.slice(root.length + 1)} ${code}`) };
  };

  test('what systemd would load is checked, by the version of the image', async () => {
    expect(await check('--severity', 'warning')).toEqual({
      status: 1,
      problems: [
        'usr/lib/systemd/system/web.service directive-too-new',
        'usr/lib/systemd/system/web.service.d/a.conf service-exec-start',
      ],
    });
  });

  test('an alias names its unit, by a link that counts from the root', async () => {
    expect((await check('--severity', 'warning', 'www.service')).problems).toHaveLength(2);
    expect((await check('--severity', 'warning', 'hidden')).problems).toEqual([]);
  });

  const graph = async (...args: string[]): Promise<string[]> => {
    const written: string[] = [];
    const host = { ...nodeCliHost(), cwd: scratch, stdout: (text: string) => void written.push(text) };
    await commands.find(({ name }) => name === 'graph')!.run(host, ['--root', root, ...args]);
    return [...written.join('').matchAll(/label="([^"\\]*)/g)].map(([, name]) => name!).sort();
  };

  test('its units are drawn: all of them, or those named', async () => {
    put('usr/lib/systemd/system/web.socket', '[Socket]\nListenStream=80\n');
    put('usr/lib/systemd/user/mine.service', '[Service]\nExecStart=/bin/true\n');
    expect(await graph()).toEqual(['hidden.service', 'masked.service', 'web.service', 'web.socket']);
    expect(await graph('web')).toEqual(['web.service', 'web.socket']);
    expect(await graph('--user')).toEqual(['mine.service']);
    await expect(graph('stray.service')).rejects.toThrow('there is no unit "stray.service" below');
    await expect(graph('--root', join(scratch, 'nowhere'))).rejects.toThrow('--root takes a folder, not');
  });
});
