import { spawnSync } from 'node:child_process';
import { splitJoinedMacros } from '../../server/src/manual/roff/lines.ts';
import type { RealPage } from './real-pages.ts';

export const groffThere =
  spawnSync('groff', ['--version']).status === 0 && spawnSync('tbl', ['--version']).status === 0;

/**
 * The pages as man(1) lays them out, one text for each: groff with tbl and the man macros, all pages in one run, the
 * lines so long that nothing is broken.
 */
export function renderPages(pages: readonly RealPage[]): string[] {
  const sources = pages.map(({ roff }, i) => `.SH "PAGEMARK${i}"\n${splitJoinedMacros(roff).replace(/^\.TH.*$/m, '')}`);
  const input = `.TH X 1\n${sources.join('\n')}\n.SH "PAGEMARK"\n`;
  const options = ['-t', '-man', '-K', 'utf8', '-Tutf8', '-P-cbou', '-rcR=1', '-rLL=20000n', '-rHY=0'];
  const answer = spawnSync('groff', options, { input, encoding: 'utf8', maxBuffer: 1 << 29 });
  if (answer.status !== 0) throw new Error(`groff: ${answer.stderr}`);
  return answer.stdout.split(/PAGEMARK\d*/).slice(1, -1);
}

/** Words alone: what layout adds (rules, bullets, numbers of notes) is left out, dashes are alike. */
export function words(text: string): string[] {
  return text.replace(/\[\d+\]/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}
