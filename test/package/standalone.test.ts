import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deb } from '../../server/scripts/deb.mjs';
import { standalone } from '../../server/scripts/standalone.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const { version } = JSON.parse(read('server/package.json'));
const isBuilt = existsSync(join(repository, 'server/dist/manual.bin'));
const canRun = process.platform === 'linux' && process.arch === 'x64';
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

describe.skipIf(!isBuilt || !canRun)(
  'the standalone program (skipped before a build, and elsewhere than on Linux x64)',
  () => {
    const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-alone-'));
    const project = join(scratch, 'project');
    let program = '';
    beforeAll(async () => {
      program = await standalone('linux-x64', scratch);
      mkdirSync(join(project, 'units'), { recursive: true });
      writeFileSync(join(project, 'units/a.service'), '[Service]\nExecStart=/bin/true\nRestrt=no\n');
      writeFileSync(join(project, 'units/a.timer'), '[Timer]\nOnCalendar=dayly\n');
    }, 300_000);
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    /** No Node is to be found. */
    const env = { HOME: scratch, PATH: '/nonexistent', LC_ALL: 'C' };
    const run = (file: string, args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(file, args, { cwd: project, env, encoding: 'utf8' });
      return { status, stdout: stdout.replace(/\d+\.\d+ s\)/, 's)'), stderr };
    };

    test.each([
      [['check', '.']],
      [['check', '--format', 'sarif', '--systemd-version', '257', 'units']],
      [['check', '--nonsense']],
      [['explain', 'Restart', '%i', 'systemd.timer(5)']],
      [['calendar', '--base-time', '2026-11-26T12:00:00Z', '--timezone', 'Europe/Berlin', 'Mon 04:00']],
      [['cat', 'units/a.service']],
      [['graph', '--format', 'svg', 'units']],
      [['completion', 'bash']],
      [['--version']],
      [[]],
    ])('%j: the same as the npm command', (args) => {
      const node = run(process.execPath, [join(repository, 'server/dist/cli.cjs'), ...args]);
      expect(run(program, args)).toEqual(node);
      expect(node.stdout + node.stderr).not.toBe('');
    });

    test('carries Node and all its files, and not much more', () => {
      expect(readdirSync(scratch).filter((name) => name.startsWith('systemd-units'))).toEqual([
        'systemd-units-linux-x64',
      ]);
      expect(statSync(program).size).toBeLessThan(140_000_000);
    });

    test('serves editors and assistants', async () => {
      const lsp = {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      };
      const body = JSON.stringify(lsp);
      const server = spawn(program, ['lsp', '--stdio'], { cwd: project, env });
      server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      for await (const chunk of server.stdout) if (String(chunk).includes('"hoverProvider"')) break;
      server.kill();
      const client = new Client({ name: 'test', version: '0' });
      await client.connect(
        new StdioClientTransport({ command: program, args: ['mcp'], cwd: project, env, stderr: 'pipe' }),
      );
      const { content } = await client.callTool({ name: 'check_files', arguments: { path: '.' } });
      expect(JSON.stringify(content)).toContain('units/a.service:3:1: warning');
      await client.close();
    });

    describe.skipIf(!has('dpkg-deb'))('as a package of Debian (skipped without dpkg-deb)', () => {
      let file = '';
      const root = join(scratch, 'root');
      beforeAll(() => {
        file = deb(program, scratch);
        execFileSync('dpkg-deb', ['--extract', file, root]);
      }, 300_000);

      test('puts program, man page and completions in their places', () => {
        const field = (name: string): string =>
          execFileSync('dpkg-deb', ['--field', file, name], { encoding: 'utf8' }).trim();
        expect([field('Package'), field('Version'), field('Architecture')]).toEqual([
          'systemd-units',
          version,
          'amd64',
        ]);
        expect(run(join(root, 'usr/bin/systemd-units'), ['--version']).stdout).toBe(`${version}\n`);
        const page = gunzipSync(readFileSync(join(root, 'usr/share/man/man1/systemd-units.1.gz'))).toString();
        expect(page).toBe(read('docs/systemd-units.1'));
        const completions = {
          bash: 'bash-completion/completions/systemd-units',
          zsh: 'zsh/vendor-completions/_systemd-units',
          fish: 'fish/vendor_completions.d/systemd-units.fish',
        };
        for (const [shell, path] of Object.entries(completions))
          expect(readFileSync(join(root, 'usr/share', path), 'utf8')).toBe(run(program, ['completion', shell]).stdout);
        expect(readFileSync(join(root, 'usr/share/doc/systemd-units/copyright'), 'utf8')).toContain('MIT');
        const listed = execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' });
        expect(listed.split('\n').filter((line) => line !== '' && !line.includes(' root/root '))).toEqual([]);
      });

      test.skipIf(process.getuid?.() !== 0)(
        'dpkg installs and removes it in a root of its own (skipped without root)',
        () => {
          const place = join(scratch, 'system');
          mkdirSync(join(place, 'var/lib/dpkg/info'), { recursive: true });
          mkdirSync(join(place, 'var/lib/dpkg/updates'));
          for (const name of ['status', 'available']) writeFileSync(join(place, 'var/lib/dpkg', name), '');
          const dpkg = (...args: string[]): string =>
            execFileSync('dpkg', [`--root=${place}`, '--force-depends', '--force-script-chrootless', ...args], {
              encoding: 'utf8',
              stdio: 'pipe',
            });
          dpkg('--install', file);
          expect(dpkg('--listfiles', 'systemd-units').split('\n')).toEqual(
            expect.arrayContaining(['/usr/bin/systemd-units']),
          );
          expect(run(join(place, 'usr/bin/systemd-units'), ['check', 'units/a.timer']).status).toBe(1);
          dpkg('--purge', 'systemd-units');
          expect(existsSync(join(place, 'usr/bin/systemd-units'))).toBe(false);
        },
      );
    });
  },
);
