import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asciiCode } from '../../server/scripts/ascii-code.mjs';
import { v8Flags } from '../../server/src/node/v8-flags.ts';

const launcher = fileURLToPath(new URL('../../server/src/node/launcher.ts', import.meta.url));
const LONG_AGO = new Date('2020-01-01');
let scratch: string;
let code: string;

beforeAll(async () => {
  const define = { MAIN_DIGEST: '"digest"' };
  const options = { bundle: true, platform: 'node', format: 'cjs', write: false, define } as const;
  code = (await build({ ...options, entryPoints: [launcher] })).outputFiles[0]!.text;
});

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'systemd-units-launcher-'));
  writeFileSync(join(scratch, 'cli.cjs'), code);
  writeFileSync(join(scratch, 'main.js'), `console.log(__filename, require('node:path').sep); process.exitCode = 3;`);
});

afterEach(() => rmSync(scratch, { recursive: true }));

const cache = (): string => join(scratch, 'cache', 'systemd-units');
const kept = (): string[] => (existsSync(cache()) ? readdirSync(cache()) : []);

function run(command = 'check', env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(scratch, 'cli.cjs'), command], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache'), ...env },
  });
  expect(stderr).toBe('');
  expect(status).toBe(3);
  return stdout;
}

describe('compiled code', () => {
  test('is kept for the user alone, and taken from there', () => {
    const first = run();
    expect(first).toBe(`${join(scratch, 'main.js')} /\n`);
    expect(kept()).toEqual([`digest-check-${process.versions.v8}-${process.arch}`]);
    const file = join(cache(), kept()[0]!);
    utimesSync(file, LONG_AGO, LONG_AGO);
    const before = readFileSync(file);
    expect(run()).toBe(first);
    expect(readFileSync(file)).toEqual(before);
  });

  test('is kept for servers and checks, not for short commands', () => {
    run('--version');
    expect(kept()).toEqual([]);
    run('lsp');
    run('check');
    expect(kept().map((name) => name.split('-')[1])).toEqual(['check', 'lsp']);
  });

  test('that is damaged is made again', () => {
    run();
    const file = join(cache(), kept()[0]!);
    const good = readFileSync(file);
    const damaged = Buffer.from(good).fill(0, good.length / 2);
    for (const bad of [damaged, good.subarray(0, 100), Buffer.alloc(0), Buffer.from('not made by V8')]) {
      writeFileSync(file, bad);
      run();
      expect(readFileSync(file).length).toBe(good.length);
      expect(readFileSync(file).equals(bad)).toBe(false);
    }
  });

  test('of long ago is swept away', () => {
    run();
    const old = join(cache(), 'older-version');
    writeFileSync(old, '');
    utimesSync(old, LONG_AGO, LONG_AGO);
    run('lsp');
    expect(kept()).toHaveLength(2);
    expect(kept()).not.toContain('older-version');
  });

  test('is not kept where the user wants none, or has no place for it', () => {
    run('check', { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(existsSync(cache())).toBe(false);
    run('check', { XDG_CACHE_HOME: '/dev/null' });
  });

  test.skipIf(process.platform === 'win32')('is not kept where others could put theirs (no modes on Windows)', () => {
    mkdirSync(cache(), { recursive: true });
    chmodSync(cache(), 0o777);
    run();
    expect(kept()).toEqual([]);
    chmodSync(cache(), 0o700);
    chmodSync(join(scratch, 'cache'), 0o777);
    run();
    expect(kept()).toEqual([]);
    symlinkSync(join(scratch, 'cache'), join(scratch, 'link'));
    run('check', { XDG_CACHE_HOME: join(scratch, 'link') });
    expect(kept()).toEqual([]);
    chmodSync(join(scratch, 'cache'), 0o1777);
    run();
    expect(kept()).toHaveLength(1);
  });
});

test('regular expressions of the bundle mean the same byte by byte', async () => {
  const contents = 'export const found = /^[‘‰µ]$/.test("‰")';
  const options = { stdin: { contents }, write: false, format: 'cjs', minify: true } as const;
  const built = (await build(options)).outputFiles[0]!.text;
  const read = Buffer.from(asciiCode(built)).toString('latin1');
  const module = { exports: {} as { readonly found?: boolean } };
  new Function('module', read)(module);
  expect(module.exports.found).toBe(true);
});

test('of flags a V8 may not know, none is set', () => {
  expect(v8Flags('11.3.244.8-node.38')).toBeDefined();
  expect(v8Flags('14.1.146.11-node.14')).toBeUndefined();
  expect(v8Flags('1.13.0')).toBeUndefined();
});
