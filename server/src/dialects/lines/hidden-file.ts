import type { FilesAmong } from '../../engine/dialect.ts';
import { readAmong } from '../../engine/lines/files-that-count.ts';
import type { JudgedLines, LineFinding } from '../../engine/lines/line-dialect.ts';
import { parseIfReadable } from '../../syntax/unreadable-file.ts';
import { LINE_RULES } from './problems.ts';

/** A file that its program does not read, as one of its name in a stronger folder counts in its place. */
export function hiddenFile(file: JudgedLines, among: FilesAmong | undefined): LineFinding[] {
  const { hiddenBy } = readAmong(file, among);
  const [first] = file.lines;
  if (!hiddenBy || !first) return [];
  const { path, text } = hiddenBy;
  const what = text === '' ? 'is empty or leads to /dev/null, and masks this file' : 'counts in place of this file';
  const { identity } = file.source;
  return [
    {
      start: first.start,
      end: first.start + first.line.text.length,
      rule: LINE_RULES.hidden,
      severity: 'info',
      message: `${path} has the same name and ${what}: nothing here is read. Files in /etc come before those in /run, /usr/local/lib and /usr/lib.`,
      related: [
        { start: 0, end: 0, source: { path, tree: parseIfReadable(text), identity }, message: 'This file counts.' },
      ],
    },
  ];
}
