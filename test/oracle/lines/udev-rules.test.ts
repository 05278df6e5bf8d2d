import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eachSystem } from '../each-system.ts';
import { saidOfFiles } from './ask.ts';
import { expectAgreement, udevAbsence } from './udev-agreement.ts';
import { compareRules } from './udev-rules.ts';
import { ruleQuestions } from './udev-rules-questions.ts';

eachSystem((version) => {
  test('judges rules as udev does', (context) => {
    const reason = udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement('rules of every kind', version, compareRules(version, ruleQuestions()));
  });

  test('has nothing to say about the example', (context) => {
    const reason = udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    const [said] = saidOfFiles(version, 'udev-rules', [
      readFileSync('examples/udev/rules.d/80-backup-disk.rules', 'utf8'),
    ]);
    expect(said).toEqual([]);
  });
});
