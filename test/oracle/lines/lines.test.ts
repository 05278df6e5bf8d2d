import { expect, test } from 'vitest';
import { seeded } from '../../mutation/random.ts';
import { eachSystem } from '../each-system.ts';
import { absence, isAskable } from './ask.ts';
import { asked, compareLines, type LineComparison } from './compare.ts';
import { spoilt } from './questions.ts';

/** How much of what a program complains of we find. */
const AIM = 0.97;

eachSystem((version) => {
  const askable = (dialects: readonly string[]) => test.for(dialects.filter((dialect) => isAskable(version, dialect)));
  askable(Object.keys(asked))('judges lines of %s as their program does', (dialect, context) => {
    const reason = absence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement(compareLines(version, dialect));
  });

  const some = ['tmpfiles', 'sysusers', 'crypttab', 'veritytab', 'environment-d', 'binfmt'];
  askable(some)('judges spoilt lines of %s as their program does', (dialect, context) => {
    const reason = absence(version);
    if (reason !== undefined) return context.skip(reason);
    const all = compareLines(version, dialect);
    const good = all.filter(({ program }) => !program).map(({ line }) => line);
    const lines = spoilt(good, dialect.endsWith('tab') ? 200 : 800, seeded(version));
    // A quote or a backslash carries a value of environment.d on to the next line.
    const own = dialect === 'environment-d' ? lines.filter((line) => !/["'\\]/.test(line)) : lines;
    expectAgreement(compareLines(version, dialect, own));
  });
});

function expectAgreement(all: readonly LineComparison[]): void {
  const wrong = all.filter(({ program, ours }) => ours && !program);
  expect(wrong.map(({ line, said }) => `${line}\t${said}`)).toEqual([]);
  const complaints = all.filter(({ program }) => program);
  const missed = complaints.filter(({ ours }) => !ours);
  if (complaints.length === 0) return;
  expect(
    missed.length / complaints.length,
    missed.map(({ line, said }) => `${line}\t${said}`).join('\n'),
  ).toBeLessThanOrEqual(1 - AIM);
}
