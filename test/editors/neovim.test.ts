import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { SOURCE_SUFFIXES } from '../../server/src/schema/file-kind.ts';
import { installedCommand, server } from './installed-command.ts';
import { type Neovim, neovims } from './neovims.ts';

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
const manual = readFileSync(new URL('../../docs/EDITORS.md', import.meta.url), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'units-neovim-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The lines that the manual has for newer and for older ones. */
const [newer = '', older = ''] = [...manual.matchAll(/```lua\n(.*?)```/gs)].map(([, lua]) => lua);

const FILES: Readonly<Record<string, string>> = {
  'backup.service': '[Unit]\nDescription=Backup\n[Service]\nExecStart=/bin/true\nRestrt=no\nType=\n',
  'backup.service.d/more.conf': '[Service]\nNice=5\n',
  'other.target': '[Unit]\nWants=backup.service\n',
  'empty.service': '',
};

/** What the script says. */
interface Said {
  readonly problem?: string;
  readonly filetype: string;
  readonly dropIn: string;
  /** Of sources that a build makes units from, and of a file that is none. */
  readonly sources: readonly string[];
  readonly omnifunc: string;
  readonly servers: number;
  readonly problems: readonly string[];
  readonly problemsAgain: readonly string[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly refusal?: string;
  readonly templates: readonly string[];
  /** What an action made of the empty file. */
  readonly begun: readonly string[];
  readonly timer: readonly string[];
}

describe.each(neovims)('$name', (neovim) => {
  const why = !existsSync(server) ? 'skipped before a build' : neovim.minor === undefined ? 'skipped without it' : '';
  test.skipIf(why !== '')(
    `set up as the manual says, knows units in a repository, and does all that is asked${why && ` (${why})`}`,
    () => {
      const folder = repository();
      const said = run(neovim, folder);
      expect(said.problem).toBeUndefined();
      expect([said.filetype, said.dropIn]).toEqual(['systemd', 'systemd']);
      expect(said.sources.slice(0, -1)).toEqual(SOURCE_SUFFIXES.map(() => 'systemd'));
      expect(said.sources.at(-1)).not.toBe('systemd');
      expect([said.servers, said.omnifunc]).toEqual([1, 'v:lua.vim.lsp.omnifunc']);
      expect(said.problems.join()).toContain('Restrt=');
      expect(said.problemsAgain.join()).toContain('Restrt=');
      expect(said.hover).toContain('ExecStart=');
      expect(said.completion).toEqual(expect.arrayContaining(['simple', 'oneshot', 'notify']));
      // Older ones write a NUL for the end of a line in a completion; they have an action for it.
      const hasLines = neovim.minor! >= 12;
      expect(said.templates.includes('service-script')).toBe(hasLines);
      expect(said.begun.includes('ExecStart=/usr/local/bin/program')).toBe(!hasLines);
      expect(said.templates).toContain('[Service]');
      expect(said.timer).toContain('OnCalendar=daily');
      // Neovim 0.7 cannot rename the folder of a drop-in: then nothing is renamed.
      const name = neovim.minor! >= 10 ? 'nightly' : 'backup';
      expect(said.refusal === undefined).toBe(name === 'nightly');
      const units = [`${name}.service`, `${name}.service.d/more.conf`, `${name}.timer`];
      expect(filesOf(folder)).toEqual([...units, 'empty.service', 'other.target'].sort());
      expect(readFileSync(join(folder, 'other.target'), 'utf8')).toContain(`Wants=${name}.service`);
    },
    90_000,
  );
});

/** A folder as authors have it: of a repository, and with no `systemd` in its path. */
function repository(): string {
  const folder = mkdtempSync(join(scratch, 'project-'));
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, 'backup.service.d'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return folder;
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !/(^\.git|\.d)$/.test(name))
    .sort();

function run({ command, env, minor }: Neovim, folder: string): Said {
  const init = join(scratch, `init-${minor}.lua`);
  writeFileSync(init, minor! >= 11 ? newer : older);
  const [program = '', ...args] = command;
  const all = [...args, '--headless', '-u', init, '-i', 'NONE', '-n', '-S', script];
  const { stdout, stderr } = spawnSync(program, all, {
    env: {
      ...process.env,
      ...env,
      PATH: `${installedCommand(scratch)}${delimiter}${process.env.PATH}`,
      SYSTEMD_UNITS_FOLDER: folder,
      SYSTEMD_UNITS_SOURCES: [...SOURCE_SUFFIXES, 'txt'].map((suffix) => `web.service.${suffix}`).join(' '),
      HOME: scratch,
      ...Object.fromEntries(['STATE', 'DATA', 'CACHE', 'CONFIG'].map((name) => [`XDG_${name}_HOME`, scratch])),
    },
    encoding: 'utf8',
    timeout: 80_000,
  });
  const [, json] = /RESULT (\{.*\})/.exec(stdout) ?? [];
  if (json === undefined) throw new Error(`${program} said nothing:\n${stdout}\n${stderr}`);
  return JSON.parse(json) as Said;
}
