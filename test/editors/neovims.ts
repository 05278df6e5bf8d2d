import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A Neovim that can be run: the machine's own, or one of the roots that `test/oracle/chroots.sh` builds. */
export interface Neovim {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The minor version, 12 of 0.12; undefined where it is not installed. */
  readonly minor: number | undefined;
}

const roots = process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units';

/** Programs of another root run with the loader and libraries of that root; what they start themselves does not. */
export function ofRoot(suite: string, program = 'nvim'): Pick<Neovim, 'command' | 'env'> {
  const root = join(roots, suite);
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib'].map((path) =>
    join(root, path),
  );
  const loaders = ['lib64/ld-linux-x86-64.so.2', 'lib/ld-linux-aarch64.so.1'].map((path) => join(root, path));
  const loader = loaders.find(existsSync) ?? loaders[0]!;
  return {
    command: [loader, '--library-path', libraries.filter(existsSync).join(':'), join(root, 'usr/bin', program)],
    env: { VIMRUNTIME: join(root, 'usr/share/nvim/runtime') },
  };
}

function minorOf({ command: [program, ...args], env }: Pick<Neovim, 'command' | 'env'>): number | undefined {
  const { stdout } = spawnSync(program!, [...args, '--version'], { encoding: 'utf8', env: { ...process.env, ...env } });
  const minor = /^NVIM v0\.(\d+)/m.exec(stdout ?? '')?.[1];
  return minor === undefined ? undefined : Number(minor);
}

const found = (name: string, how: Pick<Neovim, 'command' | 'env'>): Neovim => ({ name, ...how, minor: minorOf(how) });

export const neovims: readonly Neovim[] = [
  found('Neovim of the machine', { command: ['nvim'], env: {} }),
  found('Neovim of Debian 13', ofRoot('trixie')),
  found('Neovim of Debian unstable', ofRoot('sid')),
];
