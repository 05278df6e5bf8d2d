import type { Severity } from '../../values/value-type.ts';
import type { CheckedFile, FileFinding } from '../problem.ts';
import { targetWords } from '../target-version.ts';
import type { Summary } from './format.ts';

/** From so many findings on it is worth counting which there are. */
const MANY = 10;

/** What stands below the findings: how often each rule spoke, what was or can be fixed, and the sum. */
export function closing(shown: readonly CheckedFile[], summary: Summary): string {
  const findings = shown.flatMap((file) => file.findings);
  const counts = findings.length < MANY ? [] : perRule(findings);
  return [...counts, ...fixing(summary), sum(shown, summary)].map((line) => `${line}\n`).join('');
}

function perRule(findings: readonly FileFinding[]): string[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([rule, count]) => `${String(count).padStart(5)}  ${rule}`);
}

function fixing({ all, fix }: Summary): string[] {
  if (fix) {
    const files = all.filter(({ fixed = 0 }) => fixed > 0);
    const count = files.reduce((total, { fixed = 0 }) => total + fixed, 0);
    return count === 0 ? [] : [`fixed ${plural(count, 'finding')} in ${plural(files.length, 'file')}`];
  }
  const isSure = ({ fixes = [] }: FileFinding): boolean => fixes.some(({ preferred }) => preferred === true);
  const count = all.flatMap(({ findings, isSecret }) => (isSecret ? [] : findings.filter(isSure))).length;
  return count === 0 ? [] : [`${count} fixable with --fix`];
}

/** Of all that was found, so that it fits the exit status; what is not shown is said to be there. */
export function sum(
  shown: readonly CheckedFile[],
  { all, target, severity, seconds, isPart = false }: Summary,
): string {
  const count = countsOf(all);
  const remarks = count.info + count.hint;
  const found = [
    plural(count.error, 'error'),
    plural(count.warning, 'warning'),
    ...(remarks > 0 ? [plural(remarks, 'remark')] : []),
  ];
  const touched = all.filter(({ findings }) => findings.length > 0).length;
  const hidden = isPart ? 0 : total(all) - total(shown);
  const notShown = hidden > 0 ? `, ${hidden} of them not shown (--severity ${severity})` : '';
  const version = [...new Set([target, ...all.flatMap((file) => file.target ?? [])].map(targetWords))].join('; ');
  return `${found.join(', ')} in ${touched} of ${plural(all.length, 'unit')}${notShown} (${version}, ${seconds.toFixed(2)} s)`;
}

const total = (files: readonly CheckedFile[]): number => files.reduce((sum, { findings }) => sum + findings.length, 0);

function countsOf(files: readonly CheckedFile[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of files) for (const finding of file.findings) count[finding.severity]++;
  return count;
}

export const plural = (count: number, word: string, words = `${word}s`): string =>
  `${count} ${count === 1 ? word : words}`;
