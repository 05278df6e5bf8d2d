// Writes the man page from the tables of the commands, the list of targets from its command, and the schema of .systemd-units.json from the editor's settings:
// node server/scripts/command-line.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from './command-line/config-schema.mjs';
import { manPage } from './command-line/man-page.mjs';
import { readManifest } from './command-line/manifest.mjs';
import { importSources } from './import-sources.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const manifest = readManifest(repository);
const { commands, optionsOf, synopsisOf, rules, targetsMarkdown } = await importSources(`
  export { commands } from './server/src/cli/commands.ts';
  export { optionsOf, synopsisOf } from './server/src/cli/usage.ts';
  export { allRules as rules } from './server/src/dialects/rules.ts';
  export { targetsMarkdown } from './server/src/cli/targets-command.ts';
`);

const files = {
  'docs/systemd-units.1': manPage({ commands, optionsOf, synopsisOf }, manifest.version),
  'docs/TARGETS.md': targetsMarkdown(),
  'schemas/config.schema.json': `${JSON.stringify(configSchema(manifest, rules), null, 2)}\n`,
};
process.exitCode = process.argv.includes('--check') ? check() : write();

function write() {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), text);
  }
  return 0;
}

function check() {
  const stale = Object.entries(files).filter(([name, text]) => readFileSync(join(repository, name), 'utf8') !== text);
  for (const [name] of stale) console.error(`${name} is out of date: run node server/scripts/command-line.mjs`);
  return stale.length > 0 ? 1 : 0;
}
