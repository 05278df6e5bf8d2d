import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandUnitLine } from '../../../server/src/dialects/quadlet/generator/conversion.ts';
import { generate } from '../../../server/src/dialects/quadlet/generator/generate.ts';
import { isKnownKey } from '../../../server/src/dialects/quadlet/keys.ts';
import type { Podman } from './podman.ts';

/** Podman itself, which `chroots.sh` unpacks beside its generator. */
const HOME = '/opt/podman';

/** Whether this Podman can be asked what `podman create` takes. */
export const canCreate = ({ root }: Podman): boolean => existsSync(join(root, HOME, '.complete'));

const LIBRARIES = `${HOME}/usr/lib/x86_64-linux-gnu:${HOME}/usr/lib/aarch64-linux-gnu`;

const SETTINGS = `[engine]
helper_binaries_dir=["${HOME}/usr/lib/podman","${HOME}/usr/libexec/podman"]
cgroup_manager="cgroupfs"
events_logger="none"
[engine.runtimes]
crun=["${HOME}/usr/bin/crun"]
[containers]
log_driver="k8s-file"
`;

/**
 * What `podman create` says of each list of options: undefined if it makes the container, which is never started. Its root is
 * a folder, so that no image is needed.
 */
export function askCreate({ root }: Podman, questions: readonly (readonly string[])[]): (string | undefined)[] {
  const directory = mkdtempSync(join(root, 'tmp/podman-'));
  const folder = directory.slice(root.length);
  try {
    writeFileSync(join(directory, 'containers.conf'), SETTINGS);
    for (const [index, args] of questions.entries())
      writeFileSync(
        join(directory, `${index}.args`),
        [`--name=q${index}`, ...args].map((word) => `${word}\0`).join(''),
      );
    const podman = `podman --root ${folder}/s --runroot ${folder}/r --tmpdir ${folder}/t --storage-driver vfs --network-config-dir ${folder}/n --log-level error`;
    const script = `cd ${folder}; i=0; while [ $i -lt ${questions.length} ]; do xargs -0 -a $i.args ${podman} create >$i.out 2>&1; echo $? >$i.status; i=$((i+1)); done`;
    const own = [`CONTAINERS_CONF=${folder}/containers.conf`, `HOME=${folder}`, `XDG_RUNTIME_DIR=${folder}`];
    const env = ['-i', `LD_LIBRARY_PATH=${LIBRARIES}`, `PATH=${HOME}/usr/bin:/usr/bin:/bin`, ...own];
    const done = spawnSync('chroot', [root, 'env', ...env, 'sh', '-c', script], { encoding: 'utf8' });
    if (done.error) throw done.error;
    const read = (name: string): string => readFileSync(join(directory, name), 'utf8').trim();
    return questions.map((_, index) => (read(`${index}.status`) === '0' ? undefined : read(`${index}.out`)));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A folder of every root. */
const ROOTFS = '/opt';

/** A `.container` file with some lines in it. */
export const fileWith = (lines: string): string => `[Container]\nRootfs=${ROOTFS}\n${lines}\n`;

/** The options that a file's service gives to `podman run`; undefined where Podman does not generate a service from it. */
export function optionsOf(text: string, podman: number): readonly string[] | undefined {
  const { units } = generate({
    files: [{ path: '/q/a.container', text }],
    folders: ['/q'],
    podman,
    isUser: false,
    hasDevice: () => true,
    isKnownKey,
  });
  const start = units[0]?.lines.find(({ key }) => key === 'ExecStart') as CommandUnitLine | undefined;
  if (!start) return undefined;
  const words = start.command.words.map((word) => word.text);
  const given = words.slice(words.indexOf('run') + 1);
  return given.filter((word, index) => !isOfRun(word) && !isDefault(given[index - 1], word, given[index + 1]));
}

/** What `podman create` does not have, or is a file that is not here. */
const isOfRun = (word: string): boolean => ['--replace', '-d', '--rm'].includes(word) || word.startsWith('--cidfile=');

/** `--name` and `--cidfile` with specifiers that systemd fills in. */
const isDefault = (before: string | undefined, word: string, next = ''): boolean =>
  (/^--(?:name|cidfile)$/.test(word) && next.includes('%')) ||
  (/^--(?:name|cidfile)$/.test(before ?? '') && word.includes('%'));
