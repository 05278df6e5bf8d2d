import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Unit texts by their path below one unit folder. */
export type UnitFiles = Readonly<Record<string, string>>;

export const hasVerify = spawnSync('systemd-analyze', ['--version']).status === 0;
if (!hasVerify) console.log('skipped: systemd-analyze verify, because this machine has no systemd-analyze');

/**
 * What systemd says of these files, loaded together. A program that is not installed here is not a fault of a unit
 * that is written for another machine, so exactly that remark is left out.
 */
export function verify(files: UnitFiles, manager: 'system' | 'user' = 'system'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'systemd-units-verify-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const units = Object.keys(files).filter((name) => !name.endsWith('.conf'));
    const args = ['verify', `--${manager}`, '--man=no', '--generators=no', '--recursive-errors=yes'];
    const { stderr, error } = spawnSync('systemd-analyze', [...args, ...units.map((name) => join(folder, name))], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', XDG_RUNTIME_DIR: folder, SYSTEMD_UNIT_PATH: `${folder}:` },
    });
    if (error) throw error;
    return stderr
      .split('\n')
      .filter((line) => line !== '' && !/: Command \S+ is not executable: No such file or directory$/.test(line))
      .map((line) => line.replace(`${folder}/`, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
