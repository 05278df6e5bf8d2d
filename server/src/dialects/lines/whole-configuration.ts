import type { FileAmong } from '../../engine/dialect.ts';
import type { LineOrigin } from '../../engine/judged-block.ts';

/** What a program reads as one. */
export interface WholeConfiguration {
  readonly text: string;
  /** Where each line is from; those that name the files are from nowhere. */
  readonly origins: readonly LineOrigin[];
}

/**
 * The files that count, in their order, each below its path: what `systemd-tmpfiles --cat-config` and `systemd-analyze cat-config`
 * print. Of an empty file there is nothing to print: it hides others.
 */
export function wholeConfiguration(files: readonly FileAmong[]): WholeConfiguration {
  const lines: string[] = [];
  const origins: LineOrigin[] = [];
  for (const { path, text } of files.filter((file) => file.text !== '')) {
    if (lines.length > 0) lines.push('');
    lines.push(`# ${path}`);
    const own = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    for (const [sourceLine, line] of own.entries()) {
      origins.push({ line: lines.length, path, sourceLine });
      lines.push(line);
    }
  }
  return { text: lines.map((line) => `${line}\n`).join(''), origins };
}
