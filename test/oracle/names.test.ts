import { expect, test } from 'vitest';
import * as names from '../../server/src/schema/generated/names.ts';
import { systemCallNames, systemCalls } from '../../server/src/schema/generated/system-calls.ts';
import { eachSystem } from './each-system.ts';
import type { Verdict } from './messages.ts';
import { directiveQuestion, type Target } from './question.ts';
import { verifyEach } from './verify.ts';

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

/** Names of a table that a version knows; `from` and `to` are the columns that say so. */
function known(table: string, version: number, { from, to }: { from: number; to?: number }): string[] {
  const holds = (row: string[]) =>
    version >= Number(row[from] || 0) && version <= Number((to === undefined ? '' : row[to]) || Infinity);
  return rowsOf(table)
    .filter(holds)
    .map((row) => row[0] ?? '');
}

/** The values systemd complains of at their line. */
function rejected(version: number, target: Target, values: readonly string[], template = false): string[] {
  const questions = values.map((value) => directiveQuestion(target, value, template));
  const verdicts = verifyEach({ version }, questions);
  const complains = (verdict: Verdict | undefined) =>
    verdict?.messages.some((m) => m.line !== undefined && m.level <= 4);
  return values.filter((_, index) => complains(verdicts[index]));
}

const service = (key: string) => ({ section: 'Service', key });
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%'];

eachSystem((version) => {
  test('knows our signals, errnos, address families, architectures and exit statuses', () => {
    expect(rejected(version, service('KillSignal'), known(names.signals, version, { from: 2 }))).toEqual([]);
    expect(rejected(version, service('SystemCallErrorNumber'), known(names.errnos, version, { from: 2 }))).toEqual([]);
    const families = known(names.addressFamilies, version, { from: 2 });
    expect(rejected(version, service('RestrictAddressFamilies'), families)).toEqual([]);
    const architectures = rowsOf(names.syscallArchitectures);
    const later = architectures.filter((row) => version < Number(row[2] || 0)).map((row) => row[0]);
    const all = architectures.map((row) => row[0] ?? '');
    expect(rejected(version, service('SystemCallArchitectures'), all)).toEqual(later);
    const statuses = known(names.exitStatuses, version, { from: 3, to: 4 });
    expect(rejected(version, service('SuccessExitStatus'), statuses)).toEqual([]);
  });

  test('knows our system calls and groups', () => {
    const groups = known(systemCalls, version, { from: 2, to: 3 });
    const words = [...new Set([...groups, ...known(systemCallNames, version, { from: 1, to: 2 })])];
    expect(words.length).toBeGreaterThan(400);
    expect(rejected(version, service('SystemCallFilter'), words)).toEqual([]);
  });

  test('expands exactly our specifiers, in text and in unit names', () => {
    const rows = rowsOf(names.specifiers).filter((row) => version >= Number(row[1] || 0));
    const inText = letters.filter((letter) => !rows.some((row) => row[0] === letter));
    const text = { section: 'Unit', key: 'Description' };
    // Deprecated ones expand, with a warning about the unit as a whole.
    const values = letters.map((letter) => `x%${letter}`);
    expect(rejected(version, text, values, true)).toEqual(inText.map((letter) => `x%${letter}`));
    const inNames = letters.filter(
      (letter) => !rows.some((row) => row[0] === letter && row[2] === 'yes') && letter !== '%',
    );
    const units = letters.filter((letter) => letter !== '%').map((letter) => `x%${letter}.service`);
    const after = { section: 'Unit', key: 'After' };
    expect(rejected(version, after, units, true)).toEqual(inNames.map((letter) => `x%${letter}.service`));
  });

  test('takes exactly our exec prefixes', () => {
    const rows = rowsOf(names.execPrefixes);
    const prefixes = [...new Set(rows.map((row) => row[0] ?? ''))];
    const unknown = prefixes.filter(
      (prefix) =>
        !rows.some(
          (row) => row[0] === prefix && version >= Number(row[1] || 0) && version <= Number(row[2] || Infinity),
        ),
    );
    const spell = (prefix: string) => `${prefix}/bin/true x`;
    expect(rejected(version, service('ExecStartPre'), prefixes.map(spell))).toEqual(unknown.map(spell));
    const others = [...'#$%&*,.;=?^_~<>'].map(spell);
    expect(rejected(version, service('ExecStartPre'), others)).toEqual(others);
  });
});
