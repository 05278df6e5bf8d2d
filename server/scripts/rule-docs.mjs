// Writes docs/rules from what the rules say of themselves: node server/scripts/rule-docs.mjs [--check]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(repository, 'docs/rules');

const titles = {
  file: 'What a file may not say',
  unit: 'What a unit as a whole may not say',
  graph: 'What units together may not say',
  value: 'Values',
};

const pages = renderAll(await loadRules());
process.exitCode = process.argv.includes('--check') ? check(pages) : write(pages);

async function loadRules() {
  const entry = join(repository, 'server/src/rules/registry.ts');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).rules;
}

/** File name to text. */
function renderAll(rules) {
  const files = new Map(rules.map((rule) => [`${rule.id}.md`, page(rule)]));
  return files.set('README.md', index(rules));
}

function page({ id, docs }) {
  const parts = [`# ${id}`, docs.what, docs.why];
  if (docs.bad) parts.push('```systemd', docs.bad, '```');
  if (docs.good) parts.push(docs.bad ? 'Write instead:' : 'Write:', '```systemd', docs.good, '```');
  if (docs.manual) parts.push(`Manual: ${docs.manual.join(', ')}.`);
  parts.push(
    `Hide one finding with the comment \`# systemd-units: ignore ${id}\` on the line above, all of a file with \`# systemd-units: ignore-file ${id}\`; ` +
      `change the severity with the setting \`"systemdUnits.rules": { "${id}": "off" }\`.`,
  );
  return `${parts
    .join('\n\n')
    .replace(/```systemd\n\n/g, '```systemd\n')
    .replace(/\n\n```(?=\n|$)/g, '\n```')}\n`;
}

function index(rules) {
  const lines = [
    '# Rules',
    '',
    'Errors and warnings are systemd’s own: it refuses the unit, or complains and ignores the line. Information and hints are advice.',
  ];
  for (const scope of ['file', 'unit', 'graph', 'value']) {
    lines.push('', `## ${titles[scope]}`, '', '| rule | about |', '|---|---|');
    for (const { id, docs } of rules.filter((rule) => rule.scope.replace('assignment', 'file') === scope))
      lines.push(`| [${id}](${id}.md) | ${docs.what.replaceAll('|', '\\|')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function check(files) {
  const present = new Set(readdirSync(folder));
  const stale = [...files].filter(
    ([name, text]) => !present.has(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  const extra = [...present].filter((name) => !files.has(name));
  for (const name of [...stale.map(([file]) => file), ...extra]) console.error(`docs/rules/${name} is out of date`);
  if (stale.length + extra.length > 0) console.error('Run: node server/scripts/rule-docs.mjs');
  return stale.length + extra.length > 0 ? 1 : 0;
}

function write(files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  console.log(`${files.size} pages in docs/rules`);
  return 0;
}
