import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the build makes of the command. */
export const server = fileURLToPath(new URL('../../server/dist/cli.cjs', import.meta.url));

/** A folder below another with the command as it is installed. */
export function installedCommand(below: string): string {
  const folder = join(below, 'bin');
  mkdirSync(folder, { recursive: true });
  const command = join(folder, 'systemd-units');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${server}' "$@"\n`);
  chmodSync(command, 0o755);
  return folder;
}
