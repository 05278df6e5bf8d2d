import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/dialects/rules.ts';
import type { Rule } from '../../server/src/rules/unit-rule.ts';
import { findingsOf } from './rule-test.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const tests = filesBelow(join(repository, 'test/rules')).map((path) => basename(path));
const sources = filesBelow(join(repository, 'server/src/rules'));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const own = allRules.filter(({ scope }) => scope !== 'value');

/** Facts that an example of the documentation leaves to its reader. */
const optionsOf = ({ docs }: Rule) => ({
  ...(/systemd 252 as the target/.test(docs.bad ?? '') && { version: 252 }),
  ...(/config\/systemd\/user/.test(docs.bad ?? '') && { manager: 'user' as const }),
  ...(/CPUShares/.test(docs.bad ?? '') && { version: 252 }),
});

/** An example may leave out what its rule is not about. */
const isWhole = (text: string): boolean => !text.startsWith('# my service');

describe('every rule', () => {
  test('has an id of its own', () => expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length));

  test('is in the list', () => {
    const declared = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/^ +id: '([\w-]+)',$/gm)].map(([, id]) => id!),
    );
    const ids = new Set(allRules.map(({ id }) => id));
    const missing = declared.filter((id) => !ids.has(id));
    expect(declared.length).toBeGreaterThan(50);
    expect(missing, 'add it to server/src/rules/registry.ts').toEqual([]);
  });

  test.each(own.map((rule) => [rule.id, rule] as const))('%s has a test of its name', (id) => {
    expect(tests, `test/rules/SUBJECT/${id}.test.ts`).toContain(`${id}.test.ts`);
  });

  test.each(allRules.map((rule) => [rule.id, rule] as const))('%s is documented', (id, { docs }) => {
    expect(docs.what).toMatch(/^\S.*\.$/s);
    expect(docs.why).toMatch(/^\S.*\.$/s);
    expect(docs.severities.length, `docs.severities of ${id}`).toBeGreaterThan(0);
    expect(existsSync(join(repository, 'docs/rules', `${id}.md`)), 'a page: npm run generate').toBe(true);
  });

  const withBad = own.filter(({ scope, docs }) => scope !== 'graph' && docs.bad !== undefined && isWhole(docs.bad));
  test.each(withBad.map((rule) => [rule.id, rule] as const))('%s finds its bad example', (id, rule) => {
    expect(findingsOf(id, rule.docs.bad!, optionsOf(rule)).length).toBeGreaterThan(0);
  });

  const withGood = own.filter(({ scope, docs }) => scope !== 'graph' && docs.good !== undefined && isWhole(docs.good));
  test.each(withGood.map((rule) => [rule.id, rule] as const))('%s accepts its good example', (id, rule) => {
    expect(findingsOf(id, rule.docs.good!, optionsOf(rule)).map(({ message }) => message)).toEqual([]);
  });
});

test('docs/rules is what the rules say', () => {
  const script = join(repository, 'server/scripts/rule-docs.mjs');
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
});
