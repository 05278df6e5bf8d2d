import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

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
