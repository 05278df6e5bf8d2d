import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { installedCommand, server } from './installed-command.ts';
import { neovims, ofRoot } from './neovims.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const entries = fileURLToPath(new URL('../../docs/editors', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'units-entries-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Editor {
  readonly name: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  /** Below `docs/editors`. */
  readonly entry: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs with status 0 where all that is needed is there. */
  readonly probe: readonly string[];
}

/** Where Debian has ALE. */
const ALE = '/usr/share/vim-ale';
const newest = neovims.find(({ minor }) => (minor ?? 0) >= 11);

const editors: readonly Editor[] = [
  {
    name: 'Emacs with lsp-mode',
    command: ['emacs'],
    args: ['--batch', '--no-site-file', '-l', join(here, 'lsp-mode.el')],
    entry: 'lsp-mode/lsp-systemd-units.el',
    probe: ['--batch', '--eval', "(progn (require 'package) (package-initialize) (require 'lsp-mode))"],
  },
  {
    name: 'Vim with ALE',
    command: ['vim'],
    args: ['-es', '-u', 'NONE', '-i', 'NONE', '-n', '-S', join(here, 'ale.vim')],
    entry: 'ale',
    env: { SYSTEMD_UNITS_ALE: ALE },
    probe: ['-es', '-u', 'NONE', '-c', `if has('job') && isdirectory('${ALE}') | qall! | else | cquit | endif`],
  },
  {
    name: 'Neovim with nvim-lspconfig',
    command: newest?.command ?? ['nvim'],
    args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-l', join(here, 'lspconfig.lua')],
    entry: 'nvim-lspconfig',
    env: newest?.env ?? {},
    probe: ['--headless', '-u', 'NONE', '-l', '/dev/null'],
  },
];

const missing = ({ command: [program, ...before], probe, env }: Editor): string => {
  if (!existsSync(server)) return 'skipped before a build';
  const all = { stdio: 'ignore', env: { ...process.env, ...env } } as const;
  return spawnSync(program!, [...before, ...probe], all).status === 0 ? '' : `skipped without ${program}`;
};

interface Said {
  readonly problem?: string;
  readonly diagnostics: readonly string[];
  readonly hover?: string;
  readonly root?: string;
}

describe.each(editors)('$name', (editor) => {
  const why = missing(editor);
  test.skipIf(why !== '')(
    `shows problems with the entry that is ready for it${why && ` (${why})`}`,
    () => {
      const folder = project();
      const said = ask(editor, join(folder, 'a.service'));
      expect(said.problem).toBeUndefined();
      expect(said.diagnostics.join()).toContain('Restrt=');
      expect(said.hover ?? 'ExecStart=').toContain('ExecStart=');
      expect(said.root ?? folder).toBe(folder);
    },
    60_000,
  );
});

function project(): string {
  const folder = mkdtempSync(join(scratch, 'project-'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'a.service'), '[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\nRestrt=no\n');
  return folder;
}

/** Everything an editor writes goes into a folder of the test, and the command is found as if it were installed. */
const environment = (): Record<string, string | undefined> => ({
  ...process.env,
  PATH: `${installedCommand(scratch)}${delimiter}${process.env.PATH}`,
  HOME: scratch,
  ...Object.fromEntries(['STATE', 'DATA', 'CACHE', 'CONFIG'].map((name) => [`XDG_${name}_HOME`, join(scratch, name)])),
});

function ask({ command: [program, ...before], args, entry, env }: Editor, file: string): Said {
  // Vim has no standard output that it could open where that is a socket.
  const written = `${file}.said`;
  const own = { SYSTEMD_UNITS_ENTRY: join(entries, entry), SYSTEMD_UNITS_FILE: file, SYSTEMD_UNITS_SAID: written };
  const { stdout, stderr } = spawnSync(program!, [...before, ...args], {
    env: { ...environment(), ...env, ...own },
    encoding: 'utf8',
    timeout: 55_000,
  });
  const said = existsSync(written) ? readFileSync(written, 'utf8') : stdout;
  const [, json] = /RESULT (\{.*\})/.exec(said) ?? [];
  if (json === undefined) throw new Error(`${program} said nothing:\n${stdout}\n${stderr}`);
  return JSON.parse(json) as Said;
}

describe('Helix', () => {
  const { command } = ofRoot('sid', 'hx');
  const why = !existsSync(server) ? 'skipped before a build' : existsSync(command.at(-1)!) ? '' : 'skipped without it';

  test.skipIf(why !== '')(
    `names the server for its language, and shows what it says${why && ` (${why})`}`,
    async () => {
      const config = join(scratch, 'CONFIG', 'helix');
      mkdirSync(config, { recursive: true });
      writeFileSync(join(config, 'languages.toml'), readFileSync(join(entries, 'helix/languages.toml')));
      const [program, ...before] = command;
      const health = spawnSync(program!, [...before, '--health', 'systemd'], { env: environment(), encoding: 'utf8' });
      expect(health.stdout).toContain(join(scratch, 'bin', 'systemd-units'));
      expect(await screenOf([...command, `${join(project(), 'a.service')}:5`])).toContain('mean Restart=?');
    },
    60_000,
  );
});

/** What a terminal shows of what is sent to it, without colours and places. */
const shown = (drawn: string): string => drawn.replace(/\x1b\[[0-9;:?]*[a-zA-Z]/g, '');

/** What an editor has drawn on a terminal by the time it shows a finding. */
function screenOf(command: readonly string[]): Promise<string> {
  const words = command.map((word) => `'${word}'`).join(' ');
  const line = `stty cols 160 rows 40; exec ${words}`;
  const terminal = spawn('script', ['--quiet', '--flush', '--command', line, '/dev/null'], {
    env: { ...environment(), TERM: 'xterm' },
  });
  return new Promise((resolve, reject) => {
    let drawn = '';
    terminal.stdout.on('data', (data) => {
      drawn += data;
      if (shown(drawn).includes('mean Restart=?')) terminal.kill();
    });
    terminal.on('error', reject);
    terminal.on('close', () => resolve(shown(drawn)));
  });
}

test('entries that are data can be read, and name the command', () => {
  const read = (path: string): string => readFileSync(join(entries, path), 'utf8');
  const mason = parse(read('mason/packages/systemd-units/package.yaml')) as { bin: object; source: { id: string } };
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(mason.bin).toEqual({ 'systemd-units': 'npm:systemd-units' });
  expect(mason.source.id).toBe(`pkg:npm/systemd-units@${version}`);
  for (const name of ['template', 'installer']) {
    expect(JSON.stringify(JSON.parse(read(`lsp4ij/systemd-units/${name}.json`)))).toContain(
      'systemd-units lsp --stdio',
    );
  }
});
