import { describe, expect, test } from 'vitest';
import type { Rule } from '../../server/src/rules/unit-rule.ts';
import { checkText } from '../../server/src/service/check.ts';

interface Options {
  readonly version?: number;
  readonly manager?: 'system' | 'user';
  /** Drop-ins of the unit. */
  readonly dropIns?: readonly string[];
}

/** Severity and underlined text of each finding of the rule. */
export type Expected = readonly (readonly [severity: string, underlined: string])[];

interface Tables {
  readonly rejected: Readonly<Record<string, readonly [text: string, expected: Expected, options?: Options]>>;
  readonly accepted: Readonly<Record<string, readonly [text: string, options?: Options]>>;
}

const NAME = /^# (\S+\.(?:service|socket|timer|path|mount|automount|swap|target|slice|scope|device)(?:\.d\/\S+)?)$/m;

/** Sections of networks tell; else `# name.kind` or `# name.kind.d/file` says what the text is; else its own section does; else it is a service. */
function pathOf(text: string): string {
  const network = /^\[(NetDev|Match|Network)\]$/m.exec(text)?.[1];
  if (/^\[Partition\]/m.test(text)) return '/usr/lib/repart.d/example.conf';
  if (network) return `/etc/systemd/network/example.${network === 'NetDev' ? 'netdev' : 'network'}`;
  const section = /^\[(Socket|Timer|Path|Target|Slice)\]$/m.exec(text)?.[1]?.toLowerCase();
  return `/etc/systemd/system/${NAME.exec(text)?.[1] ?? `example.${section ?? 'service'}`}`;
}

/** What one rule says of a text. */
export function findingsOf(rule: string, text: string, options: Options = {}) {
  const dropIns = options.dropIns?.map((dropIn, i) => ({ path: `${pathOf(text)}.d/${i}.conf`, text: dropIn }));
  const all = checkText(text, { ...options, path: pathOf(text), dropIns });
  return all.filter((finding) => finding.rule === rule);
}

/** Tables of what a rule rejects and accepts; its documentation's own examples are checked along. */
export function ruleTest(rule: Rule, { rejected, accepted }: Tables): void {
  describe(rule.id, () => {
    test.each(Object.entries(rejected))('rejects %s', (_, [text, expected, options]) => {
      const found = findingsOf(rule.id, text, options);
      expect(found.map(({ severity, start, end }) => [severity, text.slice(start, end)])).toEqual(expected);
      for (const { severity } of found) expect(rule.docs.severities, 'the severities in its docs').toContain(severity);
      for (const { fixes = [] } of found) for (const { edits } of fixes) expect(applied(text, edits)).not.toBe(text);
    });
    test.each(Object.entries(accepted))('accepts %s', (_, [text, options]) => {
      expect(findingsOf(rule.id, text, options).map(({ message }) => message)).toEqual([]);
    });
  });
}

/** The text after the fix of that title, the first one unless told. */
export function fixed(rule: Rule, text: string, title?: string, options?: Options): string {
  const fixes = findingsOf(rule.id, text, options).flatMap((finding) => finding.fixes ?? []);
  const fix = title === undefined ? fixes[0] : fixes.find((candidate) => candidate.title === title);
  if (!fix) throw new Error(`no fix ${title ?? ''} among: ${fixes.map((candidate) => candidate.title).join(', ')}`);
  return applied(text, fix.edits);
}

export function applied(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  const sorted = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return sorted.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
