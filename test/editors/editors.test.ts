import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-editors-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const UNIT = '[Unit]\nRequires=other.service\n[Service]\nExecStart=/bin/true\nRestrt=no\nType=\n';

/** What an editor's script says. */
interface Said {
  readonly problem?: string;
  readonly diagnostics: readonly unknown[];
  readonly completion: readonly string[];
  readonly hover: string;
  readonly definition: string;
  readonly renamed: string;
}

interface Editor {
  readonly name: string;
  readonly program: string;
  readonly args: (script: string) => readonly string[];
  readonly script: string;
  /** Runs with status 0 where the editor can do LSP. */
  readonly probe: readonly string[];
}

const editors: readonly Editor[] = [
  {
    name: 'Emacs with eglot',
    program: 'emacs',
    args: (script) => ['--batch', '--no-site-file', '-l', script],
    script: 'eglot.el',
    probe: ['--batch', '--eval', "(progn (require 'package) (package-initialize) (require 'eglot))"],
  },
];

const reason = ({ program, probe }: Editor): string | undefined => {
  if (!existsSync(server)) return 'skipped before a build';
  return spawnSync(program, [...probe], { stdio: 'ignore' }).status === 0 ? undefined : `skipped without ${program}`;
};

describe.each(editors)('$name', (editor) => {
  const why = reason(editor);
  test.skipIf(why !== undefined)(
    `shows problems, completes, explains, and follows over stdio, and renames nothing by half${why === undefined ? '' : ` (${why})`}`,
    () => {
      const folder = mkdtempSync(join(scratch, 'units-'));
      const file = join(folder, 'a.service');
      writeFileSync(file, UNIT);
      writeFileSync(join(folder, 'other.service'), '[Service]\nExecStart=/bin/true\n');
      const said = ask(editor, file);
      expect(said.problem).toBeUndefined();
      expect(JSON.stringify(said.diagnostics)).toContain('Restrt=');
      expect(said.completion).toEqual(expect.arrayContaining(['simple', 'oneshot', 'notify']));
      expect(said.hover).toContain('ExecStart=');
      expect(said.definition).toBe(pathToFileURL(join(folder, 'other.service')).href);
      // Emacs 28 renames no files, so half of the rename is not done either.
      expect(said.renamed).toContain('nothing was changed. Rename');
      expect(readFileSync(file, 'utf8')).toBe(UNIT);
    },
    60_000,
  );
});

function ask({ program, args, script }: Editor, file: string): Said {
  const env = {
    ...process.env,
    SYSTEMD_UNITS_NODE: process.execPath,
    SYSTEMD_UNITS_SERVER: server,
    SYSTEMD_UNITS_FILE: file,
    HOME: scratch,
    XDG_STATE_HOME: scratch,
  };
  const { stdout, stderr } = spawnSync(program, [...args(join(here, script))], {
    env,
    encoding: 'utf8',
    timeout: 55_000,
  });
  const [, json] = /RESULT (\{.*\})/.exec(stdout) ?? [];
  if (json === undefined) throw new Error(`${program} said nothing:\n${stdout}\n${stderr}`);
  return JSON.parse(json) as Said;
}
