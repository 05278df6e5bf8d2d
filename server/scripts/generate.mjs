// Writes everything that is made from something else: npm run generate. With `-- --check` it writes nothing, and names
// what is out of date. THIRD-PARTY-NOTICES.md has a command of its own, notices.mjs: it needs a build.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const check = process.argv.includes('--check');

/** Each writes or, with `--check`, fails. */
const generators = {
  'server/src/schema/generated, from server/facts': 'server/scripts/facts.mjs',
  'docs/rules, from the rules': 'server/scripts/rule-docs.mjs',
  'l10n, from the texts of the client': 'client/scripts/localization.mjs',
  'commands, menus, settings and file names of package.json': 'client/scripts/manifest.mjs',
  // The schema has the settings of package.json.
  'the man page, the list of targets and the schema of .systemd-units.json': 'server/scripts/command-line.mjs',
};

for (const [what, script] of Object.entries(generators)) {
  const { status } = spawnSync(process.execPath, [script, ...(check ? ['--check'] : [])], {
    cwd: repository,
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? (check ? 'up to date' : 'written') : 'FAILED'}: ${what} (${script})`);
  if (status !== 0) process.exitCode = 1;
}
