import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../server/src/rules/unit-rule.ts';
import { checkText } from '../../../server/src/service/check.ts';
import { filesOf, unitsOfFile } from '../../../server/src/units/resolved-units.ts';
import { indexOf, type Tree } from '../../units/trees.ts';

/** A tree whose first file is judged; names without a folder lie in that of the system's units. */
export type Case = readonly [tree: Tree, expected: readonly (readonly [severity: string, underlined: string])[]];

const ETC = '/etc/systemd/system/';

/** What a rule says of the first file of a tree, on a machine of which all is known. */
export function graphFindings(rule: string, tree: Tree) {
  const placed = Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path.startsWith('/') ? path : ETC + path, text]),
  );
  const index = indexOf(placed);
  index.setKnowsMachine(true);
  const [path = '', text = ''] = Object.entries(placed)[0] ?? [];
  const units = unitsOfFile(index, path).map((unit) =>
    filesOf(unit).map((file) => ({ path: file.path, text: placed[file.path] ?? '' })),
  );
  const found = checkText(text, { path, around: { units, index } }).filter((finding) => finding.rule === rule);
  return found.map((finding) => ({ ...finding, underlined: text.slice(finding.start, finding.end) }));
}

export function graphRuleTest(rule: Rule, cases: Readonly<Record<string, Case>>): void {
  describe(rule.id, () => {
    test.each(Object.entries(cases))('%s', (_, [tree, expected]) => {
      const found = graphFindings(rule.id, tree);
      expect(found.map(({ severity, underlined }) => [severity, underlined])).toEqual(expected);
      for (const { message } of found) expect(message).toMatch(/\.$/);
    });
  });
}
