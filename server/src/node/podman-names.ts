import { execFile } from 'node:child_process';
import type { PodmanResource } from '../values/value-type.ts';
import { executable } from './executable.ts';

/** What is asked for each; formats are those of podman-images(1) and its like. */
const QUESTIONS: Readonly<Record<PodmanResource, readonly string[]>> = {
  image: ['images', '--format', '{{.Repository}}:{{.Tag}}'],
  volume: ['volume', 'ls', '--format', '{{.Name}}'],
  network: ['network', 'ls', '--format', '{{.Name}}'],
  pod: ['pod', 'ls', '--format', '{{.Name}}'],
  secret: ['secret', 'ls', '--format', '{{.Name}}'],
};

const LIMITS = {
  encoding: 'utf8',
  timeout: 2_000,
  killSignal: 'SIGKILL',
  maxBuffer: 1 << 20,
  cwd: __dirname,
} as const;

/** How long an answer counts, in milliseconds: a word is typed in less. */
const KEPT = 15_000;

interface Known {
  readonly until: number;
  readonly names: Promise<readonly string[]>;
}

const known = new Map<string, Known>();

/**
 * What the machine's Podman has, for the user who runs the server; empty where there is no Podman or it does not answer in two seconds.
 * @param untrusted folders whose programs are never run
 */
export function podmanNames(resource: PodmanResource, untrusted: readonly string[]): Promise<readonly string[]> {
  const podman = executable('podman', { untrusted });
  if (podman === undefined) return Promise.resolve([]);
  const key = `${podman} ${resource}`;
  const before = known.get(key);
  if (before && before.until > Date.now()) return before.names;
  const names = ask(podman, QUESTIONS[resource]);
  known.set(key, { until: Date.now() + KEPT, names });
  return names;
}

const ask = (podman: string, question: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve) => {
    execFile(podman, question, LIMITS, (_error, stdout) => resolve(namesIn(stdout)));
  });

/** One a line; images without a name are called `<none>`. */
const namesIn = (output: string): readonly string[] => [
  ...new Set(output.split('\n').filter((name) => /^[\w.][\w./:@-]*$/.test(name))),
];
