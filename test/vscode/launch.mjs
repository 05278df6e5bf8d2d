// One run of mocha in the extension host of VS Code: bundles suites, has them run, and reads the figures they leave.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const repo = dirname(dirname(here));
const suiteFolder = join(here, 'suite');
const ENDING = '.test.ts';

/** The names of all suites. */
export const suiteNames = () =>
  readdirSync(suiteFolder).flatMap((name) => (name.endsWith(ENDING) ? [name.slice(0, -ENDING.length)] : []));

/**
 * @param {{code: {path?: string}, suites: string[], scratch: string, sandbox: {dir?: string, missing?: string},
 *   user?: {uid: number, home: string}, env?: Record<string, string>}} options
 *   `scratch` is a folder for what is needed meanwhile; `user` says whose VS Code it is in the sandbox
 * @returns {Promise<{passed: number, failed: number, skipped: string[]}>}
 */
export async function launch({ code, suites, scratch, sandbox, user, env = {} }) {
  mkdirSync(join(repo, 'test', '.out'), { recursive: true });
  // Several runs at once do not mind one another.
  const out = mkdtempSync(join(repo, 'test', '.out', 'vscode-'));
  const workspace = join(scratch, `workspace-${user?.uid ?? 'own'}`);
  const resultsFile = join(out, 'results.json');
  cpSync(join(repo, 'examples'), workspace, { recursive: true });
  await bundle(suites, out);
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.uid}`, out, workspace]);
  try {
    await runTests({
      vscodeExecutablePath: code.path,
      extensionDevelopmentPath: repo,
      extensionTestsPath: join(out, 'index.cjs'),
      launchArgs: [workspace],
      extensionTestsEnv: {
        ...env,
        SYSTEMD_UNITS_RESULTS: resultsFile,
        ...(sandbox.dir && { SYSTEMD_SANDBOX: sandbox.dir }),
        ...(user && { SYSTEMD_SANDBOX_USER: JSON.stringify(user) }),
      },
    }).catch(() => undefined);
    return readResults(resultsFile, sandbox.missing);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function bundle(suites, out) {
  await build({
    entryPoints: ['index.ts', ...suites.map((name) => name + ENDING)].map((name) => join(suiteFolder, name)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
}

function readResults(file, missing) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const { passed, failed, skipped } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed, failed, skipped: skipped.map((title) => `${title}: ${missing ?? 'skipped by itself'}`) };
}
