import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { offers } from '../../client/src/systemd/lens-offers.ts';
import { unitState } from '../../client/src/systemd/unit-state.ts';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';
import { SOURCE_SUFFIXES } from '../../server/src/schema/file-kind.ts';
import { unitKinds } from '../../server/src/schema/kinds.ts';
import { defaultSettings } from '../../server/src/service/settings.ts';

interface Manifest {
  readonly icon: string;
  readonly galleryBanner: unknown;
  readonly categories: string[];
  readonly keywords: string[];
  readonly capabilities: unknown;
  readonly contributes: {
    readonly languages: { extensions: string[]; filenamePatterns: string[]; icon: Record<'light' | 'dark', string> }[];
    readonly walkthroughs: { steps: { description: string; media: { markdown: string } }[] }[];
    readonly snippets: { path: string }[];
    readonly commands: { command: string }[];
    readonly menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    readonly configuration: {
      properties: Record<
        string,
        {
          markdownDescription?: string;
          default?: unknown;
          type?: unknown;
          items?: { type?: unknown };
          additionalProperties?: { type?: unknown };
        }
      >;
    };
  };
}

const root = new URL('../../', import.meta.url);
const manifest = readManifest(fileURLToPath(root)) as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

test('commands, menus, settings, file names and their texts are generated (npm run generate)', () => {
  const script = fileURLToPath(new URL('client/scripts/manifest.mjs', root));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('the language claims every unit kind, its sources and its drop-ins', () => {
  const [language] = contributes.languages;
  expect(language!.extensions).toEqual(
    expect.arrayContaining(unitKinds.flatMap((kind) => [`.${kind}`, `.${kind}.in`])),
  );
  expect(language!.filenamePatterns).toEqual(
    expect.arrayContaining(
      unitKinds.flatMap((kind) => [`**/*.${kind}.d/*.conf`, `**/${kind}.d/*.conf`, `.#*.${kind}*`]),
    ),
  );
  const [kinds, suffixes] = [`{${unitKinds.join(',')}}`, `{${SOURCE_SUFFIXES.join(',')}}`];
  expect(language!.filenamePatterns).toEqual(
    expect.arrayContaining([
      `*.${kinds}.${suffixes}`,
      `**/${kinds}.d/*.conf.${suffixes}`,
      `**/*.${kinds}.d/*.conf.${suffixes}`,
    ]),
  );
});

test.each([
  '/etc/systemd/system.conf',
  '/etc/systemd/user.conf.d/10-limits.conf',
  '/etc/systemd/journald.conf',
  '/etc/systemd/journald@web.conf',
  '/etc/systemd/journald@web.conf.d/size.conf',
  '/usr/lib/systemd/logind.conf.d/lid.conf',
  '/home/me/deploy/files/resolved.conf',
  '/home/me/deploy/templates/journald.conf.j2',
])('the language claims %s', (path) => {
  const patterns = contributes.languages[0]!.filenamePatterns.filter((pattern) => matchesGlob(path, pattern));
  expect(patterns.length > 0, `${PATTERNS}: ${patterns.join(' ')}`).toBe(true);
});

test.each(['/etc/ldap/user.conf', '/etc/system.conf.d/x.conf', '/etc/logrotate.conf'])(
  'the language does not claim %s',
  (path) => {
    const patterns = contributes.languages[0]!.filenamePatterns.filter((pattern) => matchesGlob(path, pattern));
    expect(patterns.length > 0, `${PATTERNS}: ${patterns.join(' ')}`).toBe(false);
  },
);

/** Where they are made. */
const PATTERNS = 'filenamePatterns of client/scripts/manifest/languages.mjs';

/** `**`, `*` and `{a,b}` as VS Code reads them. */
function matchesGlob(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?')
    .replace(/\{([^}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`).test(pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1));
}

test('unit files have an icon of their own, which the package carries', () => {
  const icons = Object.values(contributes.languages[0]!.icon);
  expect(icons).toHaveLength(2);
  for (const path of icons) expect(readFileSync(new URL(path, root), 'utf8')).toMatch(/^<svg .*viewBox="0 0 16 16"/);
  expect(readFileSync(new URL('.vscodeignore', root), 'utf8')).toContain('!docs/images/unit-*.svg');
});

test('every setting is explained', () => {
  for (const [name, { markdownDescription }] of Object.entries(contributes.configuration.properties)) {
    expect(markdownDescription, name).toMatch(/\.$/);
  }
});

test('every setting is read by the client or the server', () => {
  const client = ['settings.ts', 'language-client/client-log.ts'].map((file) =>
    readFileSync(new URL(`client/src/${file}`, root), 'utf8'),
  );
  const server = (name: string) =>
    name
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], defaultSettings);
  const unread = Object.keys(contributes.configuration.properties)
    .map((name) => name.replace('systemdUnits.', ''))
    .filter(
      (name) =>
        server(name) === undefined &&
        !client.some((text) => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(text)),
    );
  expect(unread, 'read them in client/src/settings.ts or server/src/service/settings.ts').toEqual([]);
});

test('every setting has a field on the settings page', () => {
  for (const [name, { type, items, additionalProperties }] of Object.entries(contributes.configuration.properties)) {
    // Of several types, or of objects in lists, it says "Edit in settings.json" instead.
    expect(['string', 'boolean', 'integer', 'number', 'array', 'object'], name).toContain(type);
    if (type === 'array') expect(items?.type, name).toBe('string');
    if (type === 'object') expect(additionalProperties?.type, name).toBe('string');
  }
});

test('the hints the server knows can be switched, and are on or off as it believes', () => {
  const { properties } = contributes.configuration;
  const beginning = 'systemdUnits.inlayHints.';
  const names = Object.keys(properties).filter((name) => name.startsWith(beginning));
  const shown = Object.fromEntries(names.map((name) => [name.slice(beginning.length), properties[name]!.default]));
  expect(shown).toEqual(defaultSettings.inlayHints);
});

test('the steps of the walkthrough have their text, and open examples there are', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  expect(steps.length).toBeGreaterThan(4);
  for (const { media, description } of steps) {
    expect(readFileSync(new URL(media.markdown, root), 'utf8')).toMatch(/^# /);
    for (const [, command = '', query = ''] of description.matchAll(/\(command:([\w.]+)(?:\?([^)]*))?\)/g)) {
      expect(commands).toContain(command);
      const [example] = query ? (JSON.parse(decodeURIComponent(query)) as string[]) : [];
      if (example) expect(readFileSync(new URL(`examples/${example}`, root), 'utf8')).toContain('[');
    }
  }
});

test('the walkthrough shows lines of the units it opens', () => {
  for (const [step, example] of Object.entries({
    service: 'hello.service',
    timer: 'backup.timer',
    socket: 'greeter.socket',
    container: 'quadlets/web.container',
  })) {
    const page = readFileSync(new URL(`docs/walkthrough/${step}.md`, root), 'utf8');
    const lines = /```systemd\n(.*?)```/s
      .exec(page)![1]!
      .split('\n')
      .filter((line) => line !== '');
    const unit = readFileSync(new URL(`examples/${example}`, root), 'utf8').split('\n');
    expect(lines.length, step).toBeGreaterThan(3);
    expect(
      lines.filter((line) => !unit.includes(line)),
      step,
    ).toEqual([]);
  }
});

test('what examples and walkthrough tell to press is offered, in that order', () => {
  const state = (lines: Record<string, string>) =>
    unitState(
      new Map(Object.entries({ CanStart: 'yes', CanStop: 'yes', ...lines }).map(([key, value]) => [key, [value]])),
    );
  const titles = (lines: Record<string, string>) => offers(state(lines), 'loaded').map(({ title }) => title);
  const missing = titles({ LoadState: 'not-found', ActiveState: 'inactive', Id: 'hello.service' });
  const stopped = titles({ LoadState: 'loaded', ActiveState: 'inactive', UnitFileState: 'linked' });
  const running = titles({ LoadState: 'loaded', ActiveState: 'active' });
  const pressed = (path: string) =>
    [...readFileSync(new URL(path, root), 'utf8').matchAll(/(?:[Pp]ress|then) ([A-Z]\w+…?)/g)].map(
      ([, title]) => title,
    );
  expect(pressed('examples/hello.service')).toEqual(['Install…', 'Start', 'Logs', 'Stop']);
  expect(pressed('examples/backup.service')).toEqual(['Install…', 'Start', 'Logs']);
  const page = readFileSync(new URL('docs/walkthrough/service.md', root), 'utf8');
  expect([...page.matchAll(/\*\*(.+?)\*\*/g)].map(([, title]) => title)).toEqual([
    ...['○ not installed', 'Start', 'Enable at boot', 'Logs', 'Stop', 'Run once'],
  ]);
  expect(missing).toEqual(['Install…', 'Run once']);
  expect(stopped).toEqual(expect.arrayContaining(['Start', 'Enable at boot', 'Logs']));
  expect(running).toEqual(expect.arrayContaining(['Stop', 'Logs']));
});

test('what a gallery shows is there', () => {
  const { icon, galleryBanner, categories, keywords } = manifest;
  expect(readFileSync(new URL(icon, root)).subarray(1, 4).toString()).toBe('PNG');
  expect(galleryBanner).toEqual({ color: expect.stringMatching(/^#[0-9a-f]{6}$/), theme: 'dark' });
  expect(categories).toEqual(expect.arrayContaining(['Programming Languages', 'Linters', 'Formatters', 'Snippets']));
  expect(keywords).toContain('systemd');
});

test('what a workspace that is not trusted, or virtual, lets the extension do is said', () => {
  const limited = { supported: 'limited', description: expect.stringMatching(/^[^%].+\.$/) };
  expect(manifest.capabilities).toEqual({
    untrustedWorkspaces: { ...limited, restrictedConfigurations: expect.arrayContaining(['systemdUnits.privileges']) },
    virtualWorkspaces: limited,
  });
});
