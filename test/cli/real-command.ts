import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const source = fileURLToPath(new URL('../../server/src/', import.meta.url));

/** Nobody's, where we are root and so would be kept from nothing. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line over real files, as a user without rights; built from the sources as they are. */
export class RealCommand {
  readonly folder = mkdtempSync(join(tmpdir(), 'systemd-units-files-'));
  /** Where the units are; owned by the user. */
  readonly work = join(this.folder, 'work');
  readonly program = join(this.folder, 'cli.cjs');

  constructor() {
    chmodSync(this.folder, 0o777);
    mkdirSync(this.work);
    chmodSync(this.work, 0o777);
    buildSync({
      stdin: {
        contents: `import { main } from './node/main.ts'; void main();`,
        resolveDir: source,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: this.program,
      define: { SYSTEMD_UNITS_VERSION: '"0"' },
      // No graph is drawn here.
      external: ['@viz-js/viz'],
      logLevel: 'error',
    });
  }

  run(...args: readonly string[]): Answer {
    return this.runIn(this.work, args);
  }

  /** Without what the environment says of colours, and with what is given. */
  runIn(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Answer {
    const { NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, ...rest } = process.env;
    const options = { cwd, encoding: 'utf8', timeout: 60_000, env: { ...rest, ...env }, ...user } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.program, ...args], options);
    return { status, stdout, stderr };
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
