import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** The order of ARCHITECTURE.md: a layer imports itself and what stands in earlier groups, never its neighbour in a group. */
const groups = [
  ['text'],
  ['syntax'],
  ['schema'],
  ['values'],
  ['engine'],
  ['units'],
  ['rules'],
  ['dialects'],
  ['manual'],
  ['features'],
  ['service'],
  ['protocol', 'index.ts'],
  ['lsp', 'cli'],
  ['assistant'],
  ['mcp'],
  ['node', 'browser'],
  ['main.ts'],
];

const root = resolve(__dirname, '../server/src');
const client = resolve(__dirname, '../client/src');
const rank = new Map(groups.flatMap((names, index) => names.map((name) => [name, index] as const)));

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(?)\s*'(\.[^']+)'/g)].map((match) =>
    resolve(dirname(file), match[1]!),
  );

const layerOf = (file: string): string => relative(root, file).split('/')[0]!;

test('a layer imports only from layers before it', () => {
  const wrong = sourceFiles(root).flatMap((file) =>
    importsOf(file)
      .map((target) => [layerOf(file), layerOf(target)] as const)
      .filter(([from, to]) => from !== to && !(rank.get(to)! < rank.get(from)!))
      .map(([from, to]) => `${relative(root, file)}: ${from} imports ${to}`),
  );
  expect(wrong, `move what both need to a layer before them: ${groups.flat().join(' < ')}`).toEqual([]);
});

test('every folder of the engine has its place in the order', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const unplaced = folders.map((entry) => entry.name).filter((name) => !rank.has(name));
  expect(unplaced, 'add it to `groups` of this test and to ARCHITECTURE.md').toEqual([]);
});

test('no import cycles, types included, neither in the engine nor in the extension', () => {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].map((name) => relative(root, name)).join(' > '));
      return;
    }
    state.set(file, 'open');
    for (const target of importsOf(file)) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of [...sourceFiles(root), ...sourceFiles(client)]) visit(file, []);
  expect(cycles, 'move what both need into a file of its own').toEqual([]);
});

/** Rooms of the extension without VS Code and Node, then the others: each imports itself and what stands in earlier groups. */
const pure = [['localize.ts'], ['command-declaration.ts', 'systemd']];
const extension = [
  ...pure,
  ['settings.ts', 'exists.ts'],
  ['language-client', 'machine'],
  ['feature.ts'],
  ['actions'],
  ['pages', 'learn'],
  ['trials'],
  ['views'],
  ['desktop-features.ts', 'browser-features.ts'],
  ['extension.ts', 'browser-extension.ts'],
  ['main.ts'],
];
const order = new Map(extension.flatMap((rooms, index) => rooms.map((room) => [room, index] as const)));

const roomOf = (file: string): string => relative(client, file).split('/')[0]!;

test('base names of the extension are unique: a name says what a file is about', () => {
  const names = sourceFiles(client).map((file) => basename(file));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice, 'rename one of the files of client/src so that it says where it is').toEqual([]);
});

test('all rooms of the extension have their place in the order above', () => {
  const unplaced = [...new Set(sourceFiles(client).map(roomOf))].filter((room) => !order.has(room));
  expect(unplaced, 'add it to `extension` of this test and to ARCHITECTURE.md').toEqual([]);
});

test('a room of the extension imports only from rooms before it', () => {
  const wrong = sourceFiles(client).flatMap((file) => {
    const own = roomOf(file);
    const rooms = importsOf(file).flatMap((target) => (target.startsWith(client) ? roomOf(target) : []));
    const strange = rooms.filter((room) => room !== own && !(order.get(room)! < order.get(own)!));
    return strange.map((room) => `${relative(client, file)} imports ${room}`);
  });
  expect(wrong, `move what both need to a room before them: ${extension.flat().join(' < ')}`).toEqual([]);
});

/** Where the extension may come in: the engine, the requests it answers, and how a program is found. */
const doors = ['index.ts', 'protocol/requests.ts', 'protocol/web-files.ts', 'node/executable.ts'];

test('the extension reaches the engine by its doors only', () => {
  const past = sourceFiles(client).flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith(root) && !doors.includes(relative(root, target)))
      .map((target) => `${relative(client, file)} imports ${relative(root, target)}`),
  );
  expect(past, 'export it from server/src/index.ts').toEqual([]);
});

test('no request of ours is named outside of protocol/', () => {
  const named = [...sourceFiles(root), ...sourceFiles(client)].filter((file) =>
    /'systemdUnits\/\w/.test(readFileSync(file, 'utf8')),
  );
  const outside = named.filter((file) => layerOf(file) !== 'protocol');
  expect(outside, 'import the request of server/src/protocol/requests.ts').toEqual([]);
});

/** A file and all it imports. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const target of importsOf(file)) reachable(target, seen);
  return seen;
}

test('its pure rooms, and the scripts of its pages with all they import, know neither VS Code nor Node', () => {
  const all = sourceFiles(client);
  const scripts = all.filter((file) => file.endsWith('-script.ts'));
  expect(scripts.length).toBeGreaterThan(3);
  const files = [
    ...all.filter((file) => pure.flat().includes(roomOf(file))),
    ...new Set(scripts.flatMap((script) => [...reachable(script)])),
  ];
  const hosts = files.filter((file) => /from '(vscode|node:[^']+)'/.test(readFileSync(file, 'utf8')));
  const advice = 'hand it in, or move the file to a room that is not pure';
  expect(
    hosts.map((file) => relative(client, file)),
    advice,
  ).toEqual([]);
});

/** Lists of features: what declares one, which files can hold one of the list, and the list. */
const lists = [
  {
    list: 'client/src/desktop-features.ts',
    folder: client,
    feature: /export const (\w+) = (?:featureWithCommands|feature|unitFeature)\b/g,
    // A desktop has these of files as parts of other features.
    isOfList: (name: string) => name !== 'fileGraphs' && name !== 'fileTimers',
  },
  {
    list: 'client/src/browser-features.ts',
    folder: client,
    feature: /export const (\w+) = (?:featureWithCommands|feature)\((?:[^;]|;(?!\n\n))*?EditingServices/g,
    isOfList: () => true,
  },
  {
    list: 'server/src/lsp/features/index.ts',
    folder: root,
    feature: /export const (\w+): LspFeature\b/g,
    isOfList: () => true,
  },
] as const;

test.each(lists)('every feature that belongs there is in $list', ({ list, folder, feature, isOfList }) => {
  const listed = readFileSync(resolve(__dirname, '..', list), 'utf8');
  const found = sourceFiles(folder).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(feature)].map(([, name]) => ({ file, name: name! })),
  );
  expect(found.length, `features for ${list}`).toBeGreaterThan(5);
  const missing = found
    .filter(({ name }) => isOfList(name) && !new RegExp(`^ {2}\\.?${name},$|\\b${name}\\b.*\\]`, 'm').test(listed))
    .map(({ file, name }) => `${relative(folder, file)}: ${name} is never started; add it to ${list}`);
  expect(missing).toEqual([]);
});

/** Comments and strings apart, what a parser is called stands in value types, and in facts. */
test('parsers are named in values/ only', () => {
  const named = sourceFiles(root)
    .filter((file) => !/^(?:values|dialects\/(?:[\w-]+\/)?values|schema\/generated)\//.test(relative(root, file)))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(
          (line) =>
            /config_parse_|\bparser\b.*(?:===|!==|\.test\(|\.has\()/.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line),
        )
        .map((line) => `${relative(root, file)}: ${line.trim()}`),
    );
  const advice =
    'say it as a trait of the value type (ValueTraits in values/value-type.ts) and ask traitsOf(directive) for it';
  expect(named, advice).toEqual([]);
});

test('what changed at a release has a name', () => {
  // Below values/, syntax/ has one of its own.
  const bare = sourceFiles(root)
    .filter((file) => layerOf(file) !== 'syntax')
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /\bversion\b\)? *(?:[<>]=?|===) *2\d\d\b|(?:SINCE|UNTIL|FROM)\w* = 2\d\d;/.test(line))
        .map((line) => `${relative(root, file)}: ${line.trim()}`),
    );
  expect(bare, "name the change in values/changes.ts and ask since(version, '…')").toEqual([]);
});

test('every file and folder that CONTRIBUTING.md sends to is there', () => {
  const repository = resolve(__dirname, '..');
  const table = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const paths = table.flatMap((line) =>
    [...line.matchAll(/`([^`]+)`/g)].flatMap(([, code]) =>
      code!.split(' ').filter((word) => /^(?:server|client|test)\//.test(word)),
    ),
  );
  expect(paths.length).toBeGreaterThan(30);
  const missing = paths.filter((path) => !existsSync(join(repository, path.replace(/\/<\w+>.*/, ''))));
  expect(missing, 'the table "Where things go" of CONTRIBUTING.md names it').toEqual([]);
});

test('values of vscode-languageserver are imported in one place', () => {
  const wrong = sourceFiles(join(root, 'lsp')).filter(
    (file) =>
      basename(file) !== 'vscode-languageserver.ts' &&
      /^(?:import (?!type )|\} |export )[^;]*from 'vscode-languageserver'/m.test(
        valuesOnly(readFileSync(file, 'utf8')),
      ),
  );
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

/** Without what is imported as a type. */
const valuesOnly = (text: string): string => text.replace(/^import type [^;]*;$/gm, '');
