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

  constructor() {
    chmodSync(this.folder, 0o777);
    mkdirSync(this.work);
    chmodSync(this.work, 0o777);
    buildSync({
      stdin: {
        contents: `import { runCli } from './cli/main.ts'; import { nodeCliHost } from './node/cli-host.ts';
          runCli(nodeCliHost(), process.argv.slice(2), '0').then((status) => { process.exitCode = status; });`,
        resolveDir: source,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: join(this.folder, 'cli.cjs'),
      // No graph is drawn here.
      external: ['@viz-js/viz'],
      logLevel: 'error',
    });
  }

  run(...args: readonly string[]): Answer {
    const options = { cwd: this.work, encoding: 'utf8', timeout: 60_000, ...user } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(this.folder, 'cli.cjs'), ...args], options);
    return { status, stdout, stderr };
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
