import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Command } from '../operate/command.ts';

/** Asks a program something and waits at most five seconds; undefined when it cannot say. */
export function ask({ program, args }: Command): Promise<string | undefined> {
  const options = { timeout: 5_000, maxBuffer: 4 << 20, env: { ...process.env, LC_ALL: 'C', SYSTEMD_COLORS: '0' } };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

export async function isInstalled(program: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(folders.map((folder) => isExecutable(join(folder, program))));
  return found.includes(true);
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Whether systemd is the machine's init; sd_booted(3) asks the same. */
export const isBooted = (): boolean => existsSync('/run/systemd/system');
