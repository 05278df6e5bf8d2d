import type { JudgedFile } from '../engine/judged-file.ts';
import type { Fix } from '../engine/rule.ts';

/** Kinds of units that are usually started by a target. */
const KINDS: ReadonlySet<string> = new Set(['service', 'timer', 'socket', 'path', 'mount', 'automount']);

export const isUsuallyEnabled = (kind: string): boolean => KINDS.has(kind);

const TARGETS: Readonly<Record<string, string>> = {
  timer: 'timers.target',
  socket: 'sockets.target',
  path: 'paths.target',
};

/** The target that usually starts such a unit. */
export const usualTarget = ({ kind, manager }: { readonly kind: string; readonly manager: string }): string =>
  TARGETS[kind] ?? (manager === 'user' ? 'default.target' : 'multi-user.target');

/** What has to be written at the end of a unit so that the target starts it once it is enabled. */
export function installSection(text: string, target: string): string {
  const gap = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return `${gap}[Install]\nWantedBy=${target}\n`;
}

/** Lets systemctl enable the unit: an [Install] section at the end of the file. */
export function addInstall({ source }: JudgedFile): Fix {
  const { text } = source.tree;
  const target = usualTarget(source.identity);
  return {
    title: `Add [Install] with WantedBy=${target}`,
    edits: [{ start: text.length, end: text.length, text: installSection(text, target) }],
  };
}
