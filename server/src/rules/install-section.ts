import type { JudgedFile } from '../units/judged-file.ts';
import type { Fix } from './rule.ts';

const TARGETS: Readonly<Record<string, string>> = {
  timer: 'timers.target',
  socket: 'sockets.target',
  path: 'paths.target',
};

/** The target that usually starts such a unit. */
export const usualTarget = ({ kind, manager }: { readonly kind: string; readonly manager: string }): string =>
  TARGETS[kind] ?? (manager === 'user' ? 'default.target' : 'multi-user.target');

/** Lets systemctl enable the unit: an [Install] section at the end of the file. */
export function addInstall({ source }: JudgedFile): Fix {
  const { text } = source.tree;
  const target = usualTarget(source.kind);
  const gap = text === '' || /\n\r?\n$/.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return {
    title: `Add [Install] with WantedBy=${target}`,
    edits: [{ start: text.length, end: text.length, text: `${gap}[Install]\nWantedBy=${target}\n` }],
  };
}
