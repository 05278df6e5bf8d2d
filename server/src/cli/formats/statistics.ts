import { allRules } from '../../dialects/rules.ts';
import { printableJson } from '../../text/printable.ts';
import type { CheckedFile, FileFinding } from '../problem.ts';
import type { Format } from './format.ts';
import { sum } from './summary.ts';

/** What a rule has found, in how many files, and how much of it `--fix` mends. */
interface RuleCount {
  readonly rule: string;
  readonly findings: number;
  readonly files: number;
  readonly fixable: number;
}

/** The counts of rules, most first, with what each rule is about. */
export const statistics: Format = (files, summary) => {
  const counts = countsOf(files);
  const width = (key: 'findings' | 'files' | 'fixable'): number =>
    Math.max(key.length, ...counts.map((count) => String(count[key]).length));
  const [findings, inFiles, fixable] = [width('findings'), width('files'), width('fixable')];
  const name = Math.max('rule'.length, ...counts.map(({ rule }) => rule.length));
  const line = (cells: readonly (string | number)[], about: string): string =>
    `${[findings, inFiles, fixable].map((wide, i) => String(cells[i]).padStart(wide)).join('  ')}  ${about}\n`;
  const heading = line(['findings', 'files', 'fixable'], 'rule');
  const rows = counts.map((count) =>
    line([count.findings, count.files, count.fixable], `${count.rule.padEnd(name)}  ${whatIs(count.rule)}`),
  );
  return `${counts.length === 0 ? '' : [heading, ...rows].join('')}${sum(files, summary)}\n`;
};

/** The same for programs. */
export const statisticsJson: Format = (files) => `${printableJson(countsOf(files), 2)}\n`;

const whatIs = (id: string): string => allRules.find((rule) => rule.id === id)?.docs.what ?? '';

function countsOf(files: readonly CheckedFile[]): RuleCount[] {
  const counts = new Map<string, { findings: number; files: number; fixable: number }>();
  for (const { findings, isSecret = false } of files) {
    const seen = new Set<string>();
    for (const finding of findings) {
      const count = counts.get(finding.rule) ?? { findings: 0, files: 0, fixable: 0 };
      count.findings++;
      if (!isSecret && isSure(finding)) count.fixable++;
      if (!seen.has(finding.rule)) count.files++;
      seen.add(finding.rule);
      counts.set(finding.rule, count);
    }
  }
  const rows = [...counts].map(([rule, count]) => ({ rule, ...count }));
  return rows.sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

const isSure = ({ fixes = [] }: FileFinding): boolean => fixes.some(({ preferred }) => preferred === true);
