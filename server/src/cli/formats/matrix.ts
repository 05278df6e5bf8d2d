import { identifyPath } from '../../dialects/index.ts';
import { nameInFull, nameOfTarget, type Target } from '../../schema/targets.ts';
import { printableLine } from '../../text/printable.ts';
import type { Severity } from '../../values/value-type.ts';
import type { CheckedFile } from '../problem.ts';
import type { Format, Summary } from './format.ts';
import { plural, sum } from './summary.ts';

const COLORS: Readonly<Partial<Record<Severity, string>>> = { error: '31', warning: '33' };

/** A table: what each target says of each file. The findings themselves are another format's. */
export const matrix: Format = (_, summary) => {
  const { targets } = summary.target;
  const hasQuadlets = summary.all.some(({ path }) => identifyPath(path)?.podman !== undefined);
  const rows = summary.all.map((file) => [
    { text: printableLine(file.path), color: undefined },
    ...targets.map((target) => cell(file, target)),
  ]);
  const heading = ['', ...targets.map((target) => (hasQuadlets ? nameInFull(target) : nameOfTarget(target)))];
  const widths = heading.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.text.length)));
  const lines = [
    heading.map((title, i) => title.padEnd(widths[i]!)).join('  '),
    ...rows.map((row) => row.map((each, i) => painted(each, widths[i]!, summary)).join('  ')),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n${sum(summary.all, summary)}\n`;
};

interface Cell {
  readonly text: string;
  readonly color: string | undefined;
}

/** The gravest of what a target finds in a file; remarks are left out. */
function cell({ findings }: CheckedFile, target: Target): Cell {
  const severities = findings.map(({ severity, heldFor }) =>
    heldFor ? heldFor.find((held) => isSame(held.target, target))?.severity : severity,
  );
  for (const severity of ['error', 'warning'] as const) {
    const count = severities.filter((each) => each === severity).length;
    if (count > 0) return { text: plural(count, severity), color: COLORS[severity] };
  }
  return { text: 'ok', color: undefined };
}

/** Threads hand over copies. */
const isSame = (one: Target, other: Target): boolean =>
  one.distribution === other.distribution && one.wanted === other.wanted;

const painted = ({ text, color }: Cell, width: number, { hasColors }: Summary): string =>
  hasColors && color ? `\x1b[${color}m${text}\x1b[0m${' '.repeat(width - text.length)}` : text.padEnd(width);
