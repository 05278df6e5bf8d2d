import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as shellWords } from 'shell-quote';
import { describe, expect, test } from 'vitest';
import { run } from '../cli/host.ts';
import { blocksOf, documents, repository, toldCommands } from './docs-commands.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** How it is known that a command does what the documents say. */
type Proof =
  /** Executed below: the command line of ours over `FILES`, with what it ends with and prints. */
  | { readonly prints: RegExp; readonly status?: number; readonly stdin?: string }
  /** Executed below, in the repository. */
  | { readonly runs: true; readonly says: RegExp }
  /** Executed by another file of the repository, which holds a text that shows it. */
  | { readonly by: string; readonly holding: string }
  /** Executed by nobody, for a reason that is printed. */
  | { readonly not: string };

const ciDocs = { by: 'test/package/ci-docs.test.ts', holding: 'every command line does what the page says' };
const ci = (holding: string): Proof => ({ by: '.ci/run', holding });
const asksBinaries = { by: 'test/oracle/docs-commands.test.ts', holding: 'CONTRIBUTING.md' };
const inSandbox = { by: 'test/vscode/suite/learn.test.ts', holding: "'examples/README.md'" };
const server = { by: 'test/editors/neovim.test.ts', holding: 'docs/EDITORS.md' };
const assistant = { by: 'test/assistant/mcp.test.ts', holding: "'mcp'" };
const running = { by: 'test/oracle/reload/reload.test.ts', holding: "'--running'" };
const rootOfImage = { by: 'test/cli/line-files.test.ts', holding: "'--root', 'img'" };
const measures = {
  not: 'it measures for minutes and asserts nothing; the figures of PERFORMANCE.md are what it printed',
};
const asksAll = { not: 'it asks for every key in every version, of which test/oracle asks some' };
const fetches = { not: 'it fetches hundreds of packages, and changes the facts that a person then reads' };

const WEB = '[Service]\nExecStart=/usr/bin/web\n\nRestart=alwys\n';
const FILES = {
  'web.service': WEB,
  'units/web.service': WEB,
  'files/web.service': WEB,
  'web.container': '[Container]\nImage=docker.io/library/nginx:1\n',
  '/srv/image/etc/systemd/system/web.service': WEB,
};

/** By the line as it is told; a number in place of the version of a package. */
const PROOFS: Readonly<Record<string, Proof>> = {
  'systemd-units check web.service': { by: 'test/cli/readme.test.ts', holding: 'the README shows what check prints' },
  'systemd-units check --systemd-version 257 --format concise units/': { prints: /units\/web\.service:4/, status: 1 },
  'systemd-units check --targets debian12,ubuntu24.04,rhel10 web.service': {
    by: 'test/cli/readme.test.ts',
    holding: 'what several targets are told',
  },
  'systemd-units cat web.container': { prints: /^ExecStart=.*podman run/m },
  'systemd-units targets': { prints: /debian12/ },
  'systemd-units targets --format markdown': { prints: /^\| debian12 \|/m },
  'systemd-units completion': { by: 'test/cli/command-line.test.ts', holding: "['completion', shell]" },
  'systemd-units completion bash|zsh|fish': { by: 'test/cli/command-line.test.ts', holding: "['completion', shell]" },
  'systemd-units --help': { prints: /check PATH/ },
  'systemd-units lsp --stdio': server,
  'systemd-units mcp': assistant,
  'systemd-units why': { by: 'test/cli/why.test.ts', holding: "'why'" },
  'systemd-units diff --running': running,
  'diff --running': running,
  'check --root DIR': rootOfImage,
  'check --root': rootOfImage,
  'explain --search memory': { prints: /directives are about it/ },
  'explain --since 257': { prints: /^After systemd 257/ },
  'why web.service': { by: 'test/cli/why.test.ts', holding: "'why'" },
  'diff A B': { by: 'test/cli/diff.test.ts', holding: "['diff'" },
  'try web.service': { by: 'test/cli/try.test.ts', holding: "'try'" },
  'harden --check "curl --fail http://localhost:8080" web.service': {
    by: 'test/cli/try.test.ts',
    holding: "'harden'",
  },
  'check --fix': { by: 'test/cli/check.test.ts', holding: "['check', '--fix'" },
  'cat tmpfiles.d': { by: 'test/cli/line-files.test.ts', holding: "'tmpfiles.d'" },
  'format --diff': ciDocs,
  'format -': { prints: /^Restart=alwys$/m, stdin: WEB.replace('=', ' = ') },
  'systemd-units explain Restart': { prints: /Restart=/ },
  'systemd-units explain 203/EXEC': { prints: /could not be executed/ },
  "systemd-units explain 'Mon..Fri 09:00'": { prints: /Monday to Friday at 09:00/ },
  'systemd-units check --format json -': { prints: /"findings"|"code"/, status: 1, stdin: WEB },
  'systemd-units check files/': { prints: /files\/web\.service:4/, status: 1 },
  'npx systemd-units check .': { prints: /web\.service:4/, status: 1 },
  'npx systemd-units check --format sarif --systemd-version 257 units/': { prints: /sarif/, status: 1 },
  'npx systemd-units check --root /srv/image': { prints: /web\.service:4/, status: 1 },
  'npx systemd-units format --check .': { prints: /^$/ },
  "npx systemd-units explain Restart %i 'Mon..Fri 04:00'": { prints: /Restart=[\s\S]*%i[\s\S]*Monday to Friday/ },
  'npx systemd-units diff HEAD~1:web.service web.service': { by: 'test/cli/diff.test.ts', holding: 'HEAD' },
  'npx systemd-units why web.service': { by: 'test/cli/why.test.ts', holding: "'why'" },
  "npx systemd-units calendar 'Mon..Fri 04:00'": { prints: /Normalized form: Mon\.\.Fri \*-\*-\* 04:00:00/ },
  'npx systemd-units lsp --stdio': server,
  'npx systemd-units mcp': assistant,
  'npx --yes systemd-units@N check --systemd-version 257 .': ciDocs,
  'systemd-units check --statistics --exit-zero .': ciDocs,
  'systemd-units check --diff . | git apply --allow-empty': ciDocs,
  'systemd-units format --diff .': ciDocs,
  'systemd-units check --baseline .systemd-units-baseline.json --update-baseline .': ciDocs,
  'systemd-units check --baseline .systemd-units-baseline.json .': ciDocs,
  'systemd-units check --changed=main .': ciDocs,
  'npm install --global systemd-units': { by: 'test/package/ci-docs.test.ts', holding: "'install', '--global'" },
  'node /path/to/server/dist/cli.cjs lsp --stdio': { by: 'test/editors/installed-command.ts', holding: 'cli.cjs' },
  'node server/dist/cli.cjs': { by: 'test/package/npm.test.ts', holding: 'dist/cli.cjs' },
  'node server/scripts/pack.mjs': { by: 'test/package/npm.test.ts', holding: 'server/scripts/pack.mjs' },
  'node server/scripts/standalone.mjs linux-x64': { by: 'test/package/standalone.test.ts', holding: 'standalone(' },
  'node server/scripts/deb.mjs': { by: 'test/package/standalone.test.ts', holding: 'deb(' },
  'node server/scripts/sizes.mjs': { runs: true, says: /^values +\d/m },
  'node -e 0': { runs: true, says: /^$/ },
  'npm start': { by: 'test/vscode/pages-start.mjs', holding: "'client/scripts/start.mjs'" },
  'npm test': ci('npm test'),
  'npm run package': ci('npm run package'),
  'npm run test:oracle': ci('npm run test:oracle'),
  'npm run test:vscode': ci('npm run test:vscode'),
  'sudo bash test/oracle/chroots.sh': ci('test/oracle/chroots.sh'),
  'sudo bash test/oracle/chroots.sh SUITE': ci('test/oracle/chroots.sh'),
  'sudo bash test/vscode/rights-root.sh': ci('test/vscode/rights-root.sh'),
  '.ci/run': { by: '.github/workflows/check.yml', holding: 'run: .ci/run' },
  'npm run build': { by: 'client/scripts/prepare.mjs', holding: "'esbuild.mjs'" },
  'npm run generate': { by: 'test/package/release.test.ts', holding: 'client/scripts/release.mjs' },
  'node client/scripts/release.mjs VERSION': {
    by: 'test/package/release.test.ts',
    holding: 'client/scripts/release.mjs',
  },
  'node esbuild.mjs && node server/scripts/notices.mjs': {
    by: 'test/package/vsix.test.ts',
    holding: 'notices name what the last build bundled',
  },
  'npx vitest run --config test/vitest.config.mts test/rules/severities.test.ts': {
    by: 'test/run.mjs',
    holding: "'--config', 'test/vitest.config.mts'",
  },
  'npx vitest run --config test/vitest.config.mts --project oracle test/oracle/quadlet': {
    by: 'test/run.mjs',
    holding: "'--project', project",
  },
  'node test/vscode/run.mjs journal': { by: 'test/run.mjs', holding: './vscode/run.mjs' },
  "node test/oracle/ask.mjs Service.Restart always alwys ''": asksBinaries,
  'node test/oracle/run.mjs --version 252 --parser config_parse_sec': asksBinaries,
  'node test/oracle/ask-daemon.mjs journald.conf Journal.Storage auto foo': asksBinaries,
  'node test/oracle/ask-program.mjs network Network.DHCP yes': asksBinaries,
  'node test/oracle/compare-programs.mjs': asksAll,
  'node test/oracle/compare-daemons.mjs': asksAll,
  'sudo systemctl link "$PWD/backup.service" "$PWD/backup.timer"': inSandbox,
  'sudo systemctl start backup.service': inSandbox,
  'sudo systemctl enable --now backup.timer': inSandbox,
  'journalctl --unit=backup.service': inSandbox,
  'sudo systemctl disable --now backup.timer': inSandbox,
  'sudo systemctl disable backup.service': inSandbox,
  'node server/scripts/facts.mjs --refresh': fetches,
  'node server/scripts/facts.mjs --add 263 SUITE': { not: 'there is no such release yet' },
  'node test/corpus/fetch.mjs && node test/corpus/usage.mjs && node server/scripts/facts.mjs': fetches,
  'npm run screenshots': { not: 'it writes pictures, which a person looks at' },
  'node client/scripts/film.mjs': { not: 'it writes a moving picture, which a person looks at' },
  'node client/scripts/extension-page.mjs': { not: 'it takes pictures, which a person looks at' },
  'npm run site': ci('npm run site'),
  'npm ci': ci('npm ci'),
  'npm run bench': measures,
  'node test/bench/edits.mjs': measures,
  'node test/bench/growth.mjs': measures,
  'node test/bench/targets.mjs': measures,
  'node test/bench/kills.mjs': measures,
  'git push origin HEAD vVERSION': { not: 'it needs the account of the project' },
};

const told = toldCommands().map(({ path, line }) => ({ path, line: line.replace(/(?<=@)\d+\.\d+\.\d+/, 'N') }));
const lines = [...new Set(told.map(({ line }) => line))];
const proven = <P extends Proof>(is: (proof: Proof) => proof is P) =>
  Object.entries(PROOFS).flatMap(([line, proof]) => (is(proof) ? [[line, proof] as const] : []));

describe('commands in the documents', () => {
  test('are all accounted for, and nothing else is', () => {
    expect(lines.filter((line) => !(line in PROOFS))).toEqual([]);
    expect(Object.keys(PROOFS).filter((line) => !lines.includes(line))).toEqual([]);
  });

  test('stand in blocks that name their language', () => {
    const bare = documents.filter((path) => blocksOf(read(path)).some(({ language }) => language === ''));
    expect(bare).toEqual([]);
  });

  test('name scripts and files that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const line of lines) {
      const [, script] = /^npm (?:run )?(start|test|(?<=run )[\w:]+)$/.exec(line) ?? [];
      if (script) expect(Object.keys(scripts), line).toContain(script);
      const paths = line.match(/(?<= )(?:test|server|client)\/[\w./-]+|esbuild\.mjs/g) ?? [];
      const built = /^(server\/dist)\//;
      for (const path of paths)
        if (!built.test(path)) expect([line, existsSync(join(repository, path))]).toEqual([line, true]);
    }
  });

  const ours = proven((proof): proof is Extract<Proof, { prints: RegExp }> => 'prints' in proof);
  test.each(ours)('%s', async (line, { prints, status = 0, stdin = '' }) => {
    const words = shellWords(line.replace(/^(npx )?(systemd-units )?/, '')).filter((word) => typeof word === 'string');
    const found = await run(words, FILES, stdin);
    expect([found.status, found.stdout], found.stderr).toEqual([status, expect.stringMatching(prints)]);
  });

  const inRepository = proven((proof): proof is Extract<Proof, { runs: true }> => 'runs' in proof);
  test.each(inRepository)('%s', (line, { says }) => {
    const [, ...args] = line.split(' ');
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
    expect([status, stdout], stderr).toEqual([0, expect.stringMatching(says)]);
  });

  const elsewhere = proven((proof): proof is Extract<Proof, { by: string }> => 'by' in proof);
  test.each(elsewhere)('%s (executed elsewhere)', (_, { by, holding }) => expect(read(by), by).toContain(holding));

  const byNobody = proven((proof): proof is Extract<Proof, { not: string }> => 'not' in proof);
  test('that nobody executes are few, and the reasons are printed', () => {
    for (const [line, { not }] of byNobody) console.log(`not executed: ${line}: ${not}`);
    expect(byNobody.length).toBeLessThan(lines.length / 5);
  });
});
