import { expect, test } from 'vitest';
import { judgeFile } from '../../server/src/engine/judged-file.ts';
import type { Schema } from '../../server/src/engine/schema.ts';
import { valueFinding } from '../../server/src/engine/value-finding.ts';

import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { unitSchema } from '../../server/src/units/unit-directives.ts';

/** A schema that counts how often a value is read. */
function counting() {
  let checks = 0;
  const schema: Schema = {
    ...unitSchema,
    directivesOf: (file) => ({
      ...unitSchema.directivesOf(file),
      find(...asked) {
        const directive = unitSchema.directivesOf(file).find(...asked);
        const type = directive?.valueType;
        if (!type) return directive;
        const check: typeof type.check = (...given) => {
          checks++;
          return type.check(...given);
        };
        return { ...directive, valueType: { ...type, check } };
      },
    }),
  };
  return { schema, checks: () => checks };
}

test('a value is read once to judge it, once more for the words of all its problems, and again for each fix, when somebody reads them', () => {
  const path = '/etc/systemd/system/a.service';
  const tree = parse(`[Unit]\nAfter=${'network '.repeat(50)}\n`);
  const { schema, checks } = counting();
  const judged = judgeFile({ path, tree, identity: fileKindOfPath(path)! }, { schema, version: NEWEST_VERSION });
  const [assignment] = judged.assignments;
  expect(assignment!.problems).toHaveLength(50);
  expect(checks()).toBe(1);
  const findings = assignment!.problems.slice(0, 3).map((problem) => valueFinding(assignment!, problem));
  expect(findings.map(({ fixes }) => fixes?.[0]?.title)).toEqual(Array(3).fill('Change to network.target'));
  expect(checks()).toBe(2 + findings.length);
});
