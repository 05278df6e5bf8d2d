import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as shellWords } from 'shell-quote';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { identifyPath } from '../../server/src/dialects/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const isBuilt = existsSync(join(repository, 'server/dist/manual.bin'));
const { version } = JSON.parse(read('server/package.json'));
const page = read('docs/CI.md');

/** The blocks of a language, in order. */
const blocks = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text]) => (name === language ? text! : []));
const yamlBlock = (name: string): string => blocks('yaml').find((text) => text.startsWith(`# ${name}`))!;

const BAD = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
const GOOD = '[Service]\nExecStart=/bin/true\n';
const SPEC = `systemd-units@${version}`;

const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-ci-'));
const tarball = join(scratch, `systemd-units-${version}.tgz`);
const project = join(scratch, 'project');
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const env = {
  ...process.env,
  PATH: `${join(scratch, 'prefix/bin')}${delimiter}${process.env.PATH}`,
  npm_config_cache: join(scratch, 'cache'),
  npm_config_offline: 'true',
  PRE_COMMIT_HOME: join(scratch, 'pre-commit'),
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const run = (file: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
  spawnSync(file, args, { cwd: project, env: { ...env, ...more }, encoding: 'utf8', timeout: 90_000 });
/** As a pipeline runs a line, with the tarball in place of the package on npm. */
const shell = (line: string, more?: NodeJS.ProcessEnv) =>
  run('bash', ['-c', line.replaceAll(SPEC, `--package=${tarball} -- systemd-units`)], more);
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
    cwd: project,
    env,
    encoding: 'utf8',
  });

test('the page and the action name the package of this version', () => {
  const named = [...`${page}${read('action.yml')}`.matchAll(/systemd-units@(\d[\w.]*)/g)].map(([, found]) => found);
  expect(named.length).toBeGreaterThan(5);
  expect(new Set(named)).toEqual(new Set([version]));
});

describe.skipIf(!isBuilt || !has('git'))('with the packed command (skipped before a build, or without git)', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['server/scripts/pack.mjs', scratch], { cwd: repository });
    const prefix = join(scratch, 'prefix');
    execFileSync('npm', ['install', '--global', `--prefix=${prefix}`, '--offline', '--no-audit', tarball], { env });
  });
  beforeEach(() => {
    rmSync(project, { recursive: true, force: true });
    mkdirSync(join(project, 'units'), { recursive: true });
    writeFileSync(join(project, 'units/web.service'), GOOD);
    writeFileSync(join(project, '.systemd-units.json'), '{"systemdVersion":257}');
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
    git('checkout', '--quiet', '-b', 'topic');
    writeFileSync(join(project, 'units/new.service'), BAD);
  });

  /** What each line ends with, one after the other in one repository. */
  const STATUS: Readonly<Record<string, number>> = {
    [`npx --yes ${SPEC} check --systemd-version 257 .`]: 1,
    'systemd-units check --statistics --exit-zero .': 0,
    'systemd-units check --diff . | git apply --allow-empty': 0,
    'systemd-units format --diff .': 0,
    'systemd-units check --baseline .systemd-units-baseline.json --update-baseline .': 0,
    'systemd-units check --baseline .systemd-units-baseline.json .': 0,
    'systemd-units check --changed=main .': 1,
  };

  test('every command line does what the page says', () => {
    const lines = blocks('sh').flatMap((text) => text.trim().split('\n'));
    expect(lines).toEqual(Object.keys(STATUS));
    for (const line of lines) {
      const { status, stderr } = shell(line);
      expect([line, status], stderr).toEqual([line, STATUS[line]]);
      if (line.includes('git apply')) {
        expect(readFileSync(join(project, 'units/new.service'), 'utf8')).toBe(BAD.replace('Restrt', 'Restart'));
        writeFileSync(join(project, 'units/new.service'), BAD);
      }
    }
  });

  test('every reader of the table is served by formats there are', () => {
    const options = [...page.matchAll(/`(--format \w+(?: --output-file \S+)?)`/g)].map(([, words]) => words!);
    expect(options.length).toBeGreaterThan(7);
    for (const words of options) {
      const { status, stderr } = shell(`systemd-units check ${words} .`);
      expect([words, status, stderr]).toEqual([words, 1, '']);
    }
  });

  describe('the action of GitHub', () => {
    const { inputs, runs } = parse(read('action.yml'));
    const act = (given: Readonly<Record<string, string>>) => {
      const values: Record<string, string> = { package: tarball, ...given };
      const givenOr = (_: string, name: string): string => values[name] ?? inputs[name].default;
      const [step] = runs.steps;
      const own = Object.entries<string>(step.env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, givenOr),
      ]);
      // As GitHub runs a step with shell: bash.
      return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], Object.fromEntries(own));
    };

    test('every input reaches the step by the environment, and none its text', () => {
      expect(runs.steps.map(({ run: text }: { run: string }) => text).join('')).not.toContain('${{');
      const used = [...JSON.stringify(runs.steps[0].env).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name).sort();
      expect(used).toEqual(Object.keys(inputs).sort());
    });

    test('annotates, and fails when something is wrong', () => {
      const { status, stdout, stderr } = act({});
      expect([status, stdout], stderr).toEqual([
        1,
        expect.stringMatching(/^::warning file=units\/new\.service,line=3,endLine=3,/),
      ]);
      expect(act({ paths: 'units/web.service' })).toMatchObject({ status: 0, stdout: '' });
      expect(act({ 'fail-on': 'error' }).status).toBe(0);
      expect(act({ changed: 'main', format: 'concise', 'systemd-version': '252' }).stdout).toMatch(/systemd 252, by/);
    });

    test('takes several paths and options, and commands nobody by them', () => {
      const args = {
        paths: 'units/web.service\nunits/new.service\n',
        args: '--exit-zero\n--statistics',
        format: 'text',
      };
      expect(act(args)).toMatchObject({ status: 0, stdout: expect.stringContaining('in 1 of 2 units') });
      expect(act({ paths: '$(touch ran); `touch ran`' }).status).toBe(2);
      expect(act({ paths: '--exit-zero' }).status).toBe(2);
      expect(existsSync(join(project, 'ran'))).toBe(false);
      act({ format: 'sarif', 'output-file': 'units.sarif', targets: 'debian12,rhel9' });
      expect(JSON.parse(readFileSync(join(project, 'units.sarif'), 'utf8')).version).toBe('2.1.0');
    });
  });

  test('the component of GitLab leaves the report that its job names', () => {
    const [{ spec }, job] = parseAllDocuments(yamlBlock('templates/units.yml')).map((document) => document.toJS());
    const { variables, script, artifacts } = job['systemd-units'];
    const values = Object.entries<string>(variables).map(([name, value]) => [
      name,
      value.replace(/\$\[\[ inputs\.([\w-]+) \]\]/, (_, input: string) => spec.inputs[input].default),
    ]);
    const results = script.map((line: string) => shell(line, Object.fromEntries(values)).status);
    expect(results).toEqual([1]);
    const issues = JSON.parse(readFileSync(join(project, artifacts.reports.codequality), 'utf8'));
    expect(issues).toMatchObject([{ check_name: 'directive-unknown', location: { path: 'units/new.service' } }]);
  });

  test('the descriptor of MegaLinter names files there are units of, and a command that runs', () => {
    const { file_extensions, linters } = parse(yamlBlock('systemd-units.megalinter-descriptor.yml'));
    for (const extension of file_extensions) expect(identifyPath(`/x/a${extension}`), extension).toBeDefined();
    const [linter] = linters;
    const ask = (...args: string[]): number | null => run(linter.cli_executable, args).status;
    expect(ask(...linter.cli_lint_extra_args, 'units/web.service', 'units/new.service')).toBe(1);
    expect(ask(...linter.cli_sarif_args, 'units/web.service')).toBe(0);
    expect(ask(linter.cli_version_arg_name)).toBe(0);
    expect(ask(linter.cli_help_arg_name)).toBe(0);
    expect(ask(...linter.cli_lint_extra_args, linter.cli_lint_fix_arg_name, 'units/new.service')).toBe(0);
  });

  test('the validation of Ansible takes a good unit and refuses a bad one, whatever the copy is called', () => {
    const [{ tasks }] = parse(yamlBlock('units.yml'));
    const { validate } = tasks[0]['ansible.builtin.copy'];
    for (const [text, status] of [
      [GOOD, 0],
      [BAD, 1],
    ] as const) {
      const copy = join(scratch, 'tmp x1y2 source');
      writeFileSync(copy, text);
      const words = shellWords(validate.replace('%s', `'${copy}'`), (name: string) => `$${name}`) as string[];
      expect(run(words[0]!, words.slice(1)).status).toBe(status);
    }
    writeFileSync(join(project, 'units/web.service'), GOOD);
    const [, beside] = /Where it is not, check the folder of the play before:\n`(.+)`/.exec(page)!;
    expect(shell(beside!.replace('files/', 'units/')).status).toBe(1);
  });

  test('the command of the flake', () => {
    const [, line] = /^ +(node \$\{systemd-units\}.*)$/m.exec(blocks('nix')[0]!)!;
    const installed = join(scratch, 'prefix/lib/node_modules/systemd-units');
    expect(shell(line!.replace('${systemd-units}', installed).replace('${self}', project)).status).toBe(1);
  });

  test.skipIf(!has('pre-commit'))(
    'pre-commit installs the package and runs both hooks (skipped without pre-commit)',
    () => {
      const config = yamlBlock('.pre-commit-config.yaml').replaceAll(SPEC, tarball);
      writeFileSync(join(project, '.pre-commit-config.yaml'), config);
      writeFileSync(join(project, 'units/loose.service'), '[Service]\nExecStart = /bin/true\n');
      git('add', '--all');
      const first = run('pre-commit', ['run', '--all-files']);
      expect([first.status, first.stdout], first.stderr).toEqual([
        1,
        expect.stringMatching(
          /check systemd units\.*Failed[\s\S]*units\/new\.service:3:1: warning[\s\S]*format systemd units\.*Failed/,
        ),
      ]);
      expect(readFileSync(join(project, 'units/loose.service'), 'utf8')).toBe(GOOD);
      writeFileSync(join(project, 'units/new.service'), GOOD);
      git('add', '--all');
      expect(run('pre-commit', ['run', '--all-files'])).toMatchObject({ status: 0 });
      const { repos } = parse(config);
      for (const { files } of repos[0].hooks) expect(new RegExp(files).test('x/web.service.d/a.conf')).toBe(true);
      expect(dirname(tarball)).toBe(scratch);
    },
  );
});
