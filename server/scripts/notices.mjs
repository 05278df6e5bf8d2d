// Writes THIRD-PARTY-NOTICES.md from what the last build bundled: node server/scripts/notices.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const file = join(repository, 'THIRD-PARTY-NOTICES.md');

/** What comes as data, or inside another package, and so is in no list of modules. */
const parts = [
  {
    name: 'graphlib (inside @dagrejs/dagre)',
    licence: 'MIT',
    text: 'Copyright (c) 2012-2014 Chris Pettitt. Source: https://github.com/dagrejs/graphlib. The terms are those of the MIT licence, as printed below for other packages.',
  },
  {
    name: 'The manual pages of systemd (server/dist/manual.bin)',
    licence: 'LGPL-2.1-or-later',
    text: 'Copyright of the authors of systemd. Only their storage was changed; `server/dist/MANUAL-LICENSE.txt`, which the build writes, tells from which package they are and where their source is.',
  },
];

const text = notices();
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.md is out of date: run node esbuild.mjs && node server/scripts/notices.mjs');
  process.exitCode = 1;
}

function notices() {
  const names = JSON.parse(readFileSync(join(repository, '.cache', 'bundled-packages.json'), 'utf8'));
  const sections = [...parts.map(section), ...names.map(packageOf).map(section)];
  return `# Third-party notices\n\nsystemd Units itself is MIT. What is shipped with it and was made by others:\n\n${sections.join('\n')}`;
}

function packageOf(name) {
  const folder = join(repository, 'node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licences = readdirSync(folder).filter((entry) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(entry));
  if (licences.length === 0) {
    if (license !== 'MIT') throw new Error(`${name} (${license}) comes without a licence text.`);
    const holder = author?.name ?? author ?? 'its authors';
    const text = `Copyright of ${holder}. The package brings no text of its licence; it is the one printed below for other MIT packages.`;
    return { name: `${name} ${version}`, licence: license, text };
  }
  const texts = licences.map((entry) => readFileSync(join(folder, entry), 'utf8').replaceAll('\r', '').trim());
  return { name: `${name} ${version}`, licence: license, text: `\`\`\`text\n${texts.join('\n\n')}\n\`\`\`` };
}

function section({ name, licence, text }) {
  return `## ${name}\n\nLicence: ${licence}\n\n${text}\n`;
}
