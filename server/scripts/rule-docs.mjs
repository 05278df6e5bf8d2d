// Writes docs/rules from what the rules say of themselves: node server/scripts/rule-docs.mjs [--check]
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSources } from './import-sources.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(repository, 'docs/rules');

const titles = {
  file: 'What a file may not say',
  unit: 'What a unit as a whole may not say',
  graph: 'What units together may not say',
  value: 'Values',
  advice: 'Advice',
};

/** When a finding has a severity. */
const criteria = {
  error: 'systemd refuses the unit, or Podman does not generate a service from the file',
  warning: 'systemd (or Podman) complains of this very line, or ignores it or a part of it',
  info: 'advice: systemd takes the line and says nothing, and it hardly does what was meant',
  hint: 'advice: it works, and could be better',
};

const { allRules } = await importSources(`export { allRules } from './server/src/dialects/rules.ts';`);
const pages = renderAll(allRules);
process.exitCode = process.argv.includes('--check') ? check(pages) : write(pages);

/** File name to text. */
function renderAll(rules) {
  const files = new Map(rules.map((rule) => [`${rule.id}.md`, page(rule)]));
  return files.set('README.md', index(rules));
}

/** Two underscores are no emphasis here. */
function asText(text) {
  return text.replaceAll('__', '\\_\\_');
}

function page({ id, docs }) {
  const severities = docs.severities.map((severity) => `- **${severity}**: ${criteria[severity]}`).join('\n');
  const parts = [`# ${id}`, asText(docs.what), docs.why, severities];
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
  const isAdvice = ({ docs }) => !docs.severities.some((severity) => severity === 'error' || severity === 'warning');
  const headingOf = (rule) => (isAdvice(rule) ? 'advice' : rule.scope.replace('assignment', 'file'));
  for (const heading of Object.keys(titles)) {
    lines.push('', `## ${titles[heading]}`, '', '| rule | severity | about |', '|---|---|---|');
    for (const rule of rules.filter((each) => headingOf(each) === heading)) {
      const { id, docs } = rule;
      lines.push(`| [${id}](${id}.md) | ${docs.severities.join(', ')} | ${asText(docs.what).replaceAll('|', '\\|')} |`);
    }
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
