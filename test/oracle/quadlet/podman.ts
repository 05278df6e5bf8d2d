import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A Quadlet that can be asked: that of a chroot made by `chroots.sh`. */
export interface Podman {
  /** major * 100 + minor */
  readonly version: number;
  readonly root: string;
}

/** Files by path below the folder Quadlet reads. */
export type Tree = Readonly<Record<string, string>>;

export interface Answer {
  /** Generated units by name. */
  readonly units: ReadonlyMap<string, string>;
  /** Messages, without what is said of every file. */
  readonly messages: readonly string[];
  /** Quadlet ended in the middle. */
  readonly crashed: boolean;
}

const chroots = process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units';
const PROGRAM = '/usr/libexec/podman/quadlet';

/** Every Quadlet of this machine, oldest first; what is copied from a chroot for other tests has no mark of being complete. */
export function podmans(): readonly Podman[] {
  if (!existsSync(chroots)) return [];
  return readdirSync(chroots)
    .map((name) => join(chroots, name))
    .filter((root) => existsSync(join(root, '.complete')) && existsSync(join(root, PROGRAM)))
    .map((root) => ({ root, version: versionOf(root) }))
    .sort((a, b) => a.version - b.version);
}

function versionOf(root: string): number {
  const { stdout } = spawnSync('chroot', [root, PROGRAM, '-version'], { encoding: 'utf8' });
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(stdout)!;
  return Number(major) * 100 + Number(minor);
}

/** Where the tree of a question is for Quadlet, in the folder made for a run. */
export const treeFolder = (folder: string, index: number): string => `${folder}/${index}`;

/**
 * Asks about many trees, each by itself; one process of ours for all. `folder` is the path inside the root, so that SourcePath= and the
 * paths that are made absolute can be compared.
 */
export function askQuadlet(
  { root }: Podman,
  trees: readonly Tree[],
  { isUser = false }: { readonly isUser?: boolean } = {},
): { readonly folder: string; readonly answers: readonly Answer[] } {
  const directory = mkdtempSync(join(root, 'tmp/quadlet-'));
  const folder = directory.slice(root.length);
  try {
    for (const [index, tree] of trees.entries()) {
      mkdirSync(join(directory, `${index}`));
      for (const [name, text] of Object.entries(tree)) {
        const path = join(directory, `${index}`, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
    const script = `cd "$1"; i=0; while [ $i -lt ${trees.length} ]; do QUADLET_UNIT_DIRS="$1/$i" ${PROGRAM} -dryrun ${isUser ? '-user' : ''} >"$i.out" 2>"$i.err"; i=$((i+1)); done`;
    const done = spawnSync('chroot', [root, 'env', '-i', 'sh', '-c', script, '-', folder], { encoding: 'utf8' });
    if (done.error) throw done.error;
    return { folder, answers: trees.map((_, index) => readAnswer(directory, index)) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readAnswer(directory: string, index: number): Answer {
  const parts = readFileSync(join(directory, `${index}.out`), 'utf8').split(/^---(.+)---\n/m);
  const units = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) units.set(parts[i]!, parts[i + 1]!.replace(/\n$/, ''));
  const said = readFileSync(join(directory, `${index}.err`), 'utf8');
  const messages = said
    .split('\n')
    .map((line) => line.replace(/^quadlet-generator\[\d+\]: /, ''))
    .filter((line) => line !== '' && !/^(?:Loading source|No files parsed|processing encountered)/.test(line));
  return { units, messages, crashed: /^(?:panic|fatal error): /m.test(said) };
}
