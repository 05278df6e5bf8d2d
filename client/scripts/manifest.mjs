// Writes what package.json and package.nls.json have of commands, menus, settings, file names and tasks, from one place
// each: the commands that features declare (client/src), the settings (manifest/settings.mjs), the engine's kinds of units.
// node client/scripts/manifest.mjs [--check]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSources } from '../../server/scripts/import-sources.mjs';
import { assistantTexts, languageModelTools } from './manifest/assistant.mjs';
import { languages, unitPattern } from './manifest/languages.mjs';
import { commandsOf, commandTexts, menusOf, submenusOf, submenuTexts } from './manifest/menus.mjs';
import { configuration, settingTexts } from './manifest/settings.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const files = { manifest: join(repository, 'package.json'), texts: join(repository, 'package.nls.json') };

/** What package.json is made of, from the sources of client and server. */
const load = () =>
  importSources(`
    import { desktopFeatures } from './client/src/desktop-features.ts';
    export const commands = Object.assign({}, ...desktopFeatures.map((feature) => feature.commands));
    export { submenus } from './client/src/command-declaration.ts';
    export { taskActions } from './client/src/views/task-provider.ts';
    export { assistantTools } from './server/src/assistant/assistant.ts';
    export { inputSchema } from './server/src/assistant/tool.ts';
    export { unitKinds } from './server/src/schema/kinds.ts';
    export { OWN, SHARED } from './server/src/dialects/quadlet/identify.ts';
    export { daemonNames } from './server/src/dialects/daemon-conf/directives.ts';
    export { programKinds } from './server/src/dialects/index.ts';
    export { lineDialects } from './server/src/dialects/lines/index.ts';
    export { SOURCE_SUFFIXES } from './server/src/schema/file-kind.ts';
    export { NEWEST_VERSION as newest, OLDEST_VERSION as oldest } from './server/src/schema/versions.ts';
  `);

/** package.json as it has to be. */
export function withContributions(manifest, { commands, submenus, taskActions, ...engine }) {
  const { contributes } = manifest;
  const [, unitMatcher] = contributes.problemMatchers;
  unitMatcher.pattern.regexp = unitPattern(engine);
  Object.assign(contributes.taskDefinitions[0].properties.action, { enum: [...taskActions, 'daemon-reload'] });
  return {
    ...manifest,
    contributes: {
      ...contributes,
      languages: languages(contributes.languages, engine),
      configuration: configuration(engine),
      commands: commandsOf(commands),
      submenus: submenusOf(submenus),
      menus: menusOf(commands, submenus),
      languageModelTools: languageModelTools(engine),
      mcpServerDefinitionProviders: [{ id: 'systemd-units', label: 'systemd Units' }],
    },
  };
}

const GENERATED = /^(commands|submenus|settings|assistant)\./;

/** package.nls.json as it has to be: what is written by hand stays, behind and before the texts of the tables. */
export function withTexts(texts, { commands, submenus, ...engine }) {
  const byHand = Object.entries(texts).filter(([key]) => !GENERATED.test(key));
  const isFirst = ([key]) => /^(description$|capabilities\.)/.test(key);
  return {
    ...Object.fromEntries(byHand.filter(isFirst)),
    ...commandTexts(commands),
    ...submenuTexts(submenus),
    ...settingTexts(engine),
    ...assistantTexts(engine),
    ...Object.fromEntries(byHand.filter((entry) => !isFirst(entry))),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tables = await load();
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const wanted = [
    [files.manifest, withContributions(read(files.manifest), tables)],
    [files.texts, withTexts(read(files.texts), tables)],
  ];
  for (const [file, content] of wanted) {
    if (!process.argv.includes('--check')) {
      writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
      execFileSync('npx', ['biome', 'format', '--write', file], { stdio: ['ignore', 'ignore', 'inherit'] });
    } else if (JSON.stringify(read(file)) !== JSON.stringify(content)) {
      console.error(`${file} is out of date: run node client/scripts/manifest.mjs`);
      process.exitCode = 1;
    }
  }
}
