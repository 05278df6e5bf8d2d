import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const isBuilt = existsSync(join(repository, 'server/dist/manual.bin'));
const manifest = JSON.parse(readFileSync(join(repository, 'server/package.json'), 'utf8'));
const root = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

/** The script behind `npx`, which any Node can run. */
const npxScript = realpathSync(execFileSync('sh', ['-c', 'command -v npx'], { encoding: 'utf8' }).trim());

/** Node itself is a package: other versions than ours are put into .cache once. */
const NODES = { 22: '22.23.3', 24: '24.21.0' };

test('the package has the version and the licence of the project, and depends on nothing', () => {
  const { version, license, engines } = root;
  expect(manifest).toMatchObject({ version, license, engines: { node: engines.node } });
  expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
});

describe.skipIf(!isBuilt)('npx systemd-units from the tarball (skipped before a build)', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-npm-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  const project = join(scratch, 'project');

  beforeAll(() => {
    execFileSync(process.execPath, ['server/scripts/pack.mjs', scratch], { cwd: repository });
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"private":true}');
    npm(['install', '--offline', '--no-audit', '--no-fund', join(scratch, `systemd-units-${manifest.version}.tgz`)]);
    writeFileSync(join(project, 'a.service'), '[Service]\nExecStart=/bin/true\nRestrt=no\n');
  }, 120_000);

  const npm = (args: readonly string[]): string => execFileSync('npm', [...args], { cwd: project, encoding: 'utf8' });

  test('brings what its manifest names and nothing else', () => {
    const listed = npm(['ls', '--all', '--parseable']).trim().split('\n');
    expect(listed).toHaveLength(2);
    for (const file of manifest.files) {
      expect(existsSync(join(project, 'node_modules/systemd-units', file)), file).toBe(true);
    }
  });

  test('as a dependency of a project', () => {
    expect(npm(['exec', '--', 'systemd-units', 'explain', 'Restart'])).toContain('Restart=');
  }, 60_000);

  /** npx itself run by the Node, and that Node found first by what npx runs. */
  const npx = (node: string, ...args: readonly string[]) => {
    const { PATH } = process.env;
    const env = {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${PATH}`,
      npm_config_cache: join(scratch, 'cache'),
    };
    const cwd = mkdtempSync(join(scratch, 'empty-'));
    writeFileSync(join(cwd, 'a.service'), '[Service]\nExecStart=/bin/true\nRestrt=no\n');
    return spawnSync(node, [npxScript, ...args], { cwd, env, encoding: 'utf8' });
  };

  test.each([[process.versions.node.split('.')[0]!, ''], ...Object.entries(NODES)])(
    'in an empty folder, with npx of Node %s',
    (major, version) => {
      const node = version === '' ? process.execPath : nodeOf(major, version);
      const tarball = join(scratch, `systemd-units-${manifest.version}.tgz`);
      const asked = ['--yes', '--offline', '--package', tarball, '--'];
      const { status, stdout, stderr } = npx(node, ...asked, 'systemd-units', 'check', '.');
      expect([status, stdout], stderr).toEqual([1, expect.stringContaining('a.service:3:1: warning:')]);
      expect(npx(node, ...asked, 'node', '--version').stdout.trim()).toBe(`v${version || process.versions.node}`);
    },
    180_000,
  );

  test.each(Object.entries(NODES))(
    'Node %s',
    (major, version) => {
      const node = nodeOf(major, version);
      const script = join(project, 'node_modules/systemd-units/dist/cli.cjs');
      const run = (...args: string[]) => spawnSync(node, [script, ...args], { cwd: project, encoding: 'utf8' });
      expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toBe(`v${version}\n`);
      expect(run('check', '--no-config', '.').stdout).toContain('a.service:3:1: warning:');
      expect(run('explain', 'Restart').stdout).toContain('Restart=');
      expect(run('graph', '--format', 'svg', '.').stdout).toContain('<svg');
    },
    180_000,
  );
});

/** The Node of a version, installed below .cache unless that was done before. */
function nodeOf(major: string, version: string): string {
  const folder = join(repository, '.cache', 'node', major);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  }
  return node;
}
