import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../../mutation/random.ts';
import { addedTo } from '../daemons/ask.ts';
import { eachSystem } from '../each-system.ts';
import { absence, saidOfFiles, VERIFY_SINCE } from './ask.ts';
import { compareRules, type RuleComparison } from './udev-rules.ts';
import { ruleQuestions, spoiltRules } from './udev-rules-questions.ts';

/** How much of what udev complains of we find. */
const AIM = 0.97;

/** Fetched by `node test/corpus/fetch-line-files.mjs`. */
const kept = '.cache/line-files';

const paths = (existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : [])
  .filter((name) => /\/udev\/rules\.d\/[^/]+\.rules$/.test(name) && existsSync(join(kept, name)))
  .sort();

const shipped = (): string[] => paths.map((path) => readFileSync(join(kept, path), 'utf8'));

/** Why udev cannot be asked. */
const udevAbsence = (version: number): string | undefined =>
  absence(version) ??
  (existsSync(join(addedTo(version), '.complete'))
    ? undefined
    : `no udev of systemd ${version} on this machine; test/oracle/chroots.sh fetches it`);

const NO_FILES = 'no files of packages here; test/corpus/fetch-line-files.mjs fetches them';

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

  test('says of files of packages what udev says', (context) => {
    const reason = paths.length === 0 ? NO_FILES : udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement(`${paths.length} files of packages`, version, compareRules(version, shipped()));
  });

  test('judges spoilt rules of packages as udev does', (context) => {
    const reason = paths.length === 0 ? NO_FILES : udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement('spoilt files', version, compareRules(version, spoiltRules(shipped(), 3000, seeded(version))));
  });
});

function expectAgreement(what: string, version: number, files: readonly RuleComparison[][]): void {
  const all = files.flat();
  const told = ({ rule, said, found }: RuleComparison): string => `${rule}\n  udev: ${said}\n  we: ${found}`;
  const wrong = all.filter(({ program, ours }) => ours && !program);
  const complaints = all.filter(({ program }) => program);
  const missed = complaints.filter(({ ours }) => !ours);
  console.log(
    `systemd ${version}, ${what}: ${all.length} rules, ${complaints.length} complaints, ${wrong.length} false, ${missed.length} missed`,
  );
  expect(wrong.map(told)).toEqual([]);
  const isOtherStyle = ({ program, ours, remarks }: RuleComparison): boolean =>
    !program && !ours && remarks.program !== remarks.ours;
  if (version >= VERIFY_SINCE) expect(all.filter(isOtherStyle).map(told)).toEqual([]);
  expect(missed.length, missed.map(told).join('\n')).toBeLessThanOrEqual(complaints.length * (1 - AIM));
}
