import { filesOfTree } from '../dialects/lines/places.ts';
import type { Surroundings, UnitText } from '../features/diagnostics.ts';
import type { TextsAmong } from '../features/environment.ts';
import { rootOfTree } from '../features/lines/line-trees.ts';
import { dropInOwners, parseUnitName } from '../schema/unit-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { filesOf, unitsOfFile } from '../units/resolved-units.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { roleOf, searchFolderOf } from '../units/unit-location.ts';
import type { FilesTogether } from './files-among.ts';
import { lastReadings } from './last-reading.ts';
import { createLineFiles } from './line-files.ts';
import { createNetworkFiles } from './network-files.ts';
import { createQuadletFiles } from './quadlet-files.ts';
import type { Runtime } from './runtime.ts';
import { createToldFiles, type ToldFiles } from './told-files.ts';

/** The files that make up one unit with an open one, and their texts. */
export interface UnitFileStore {
  /** An editor shows the file, whether it is on the disk or not. */
  opened(path: string): void;
  /** Finds and reads them; after that {@link surroundings} knows them. */
  load(path: string): Promise<void>;
  surroundings(path: string): Surroundings;
  /** Reads those that came to its units since; whether there were any. */
  loadMissing(path: string): Promise<boolean>;
  /** What an editor shows counts for what the file holds, until it is closed. */
  setText(path: string, text: string, tree?: UnitFile): void;
  /** What a file of the workspace or the machine holds, which was read for what it says of others. */
  found(path: string, text: string): void;
  /** The Quadlet files that Podman reads with one; undefined for other files. */
  quadletsAround(path: string): readonly UnitText[] | undefined;
  /** The files of networks that are read with one, and all that are known. */
  networksAround(path: string): TextsAmong;
  /** The same of files that are read line by line. */
  linesAround(path: string): TextsAmong;
  /** What the editor shows is newer than what the index knows: until {@link setText} it is not asked about this file. */
  markOutdated(path: string): void;
  /** After that what the disk holds counts; a text that was never saved, or whose file is gone, is forgotten. */
  closed(path: string): Promise<void>;
  isEdited(path: string): boolean;
  readonly told: ToldFiles;
  /** Whether systemd may merge the two. */
  belongTogether(path: string, other: string): boolean;
  /** The file changed on disk. */
  reload(path: string): Promise<void>;
  /** The text of a file that was read. */
  text(path: string): string | undefined;
}

/** The texts of files of units that are open, as an editor shows them or as they were read. */
function createTexts(runtime: Runtime, index: UnitIndex) {
  /** One object a text: what was worked out of a neighbour is not worked out again at every keystroke. */
  const texts = new Map<string, UnitText>();
  const edited = new Set<string>();
  const readLast = lastReadings(runtime);
  const read = async (path: string): Promise<void> => {
    if (texts.has(path)) return;
    const { text, isLast } = await readLast(path);
    // An editor may have shown it meanwhile.
    if (text === undefined || !isLast || edited.has(path)) return;
    texts.set(path, { path, text });
    index.setText(path, text);
  };
  const complete = async (path: string): Promise<boolean> => {
    const missing = unitsOfFile(index, path)
      .flatMap(filesOf)
      .filter((file) => !texts.has(file.path));
    await Promise.all(missing.map((file) => read(file.path)));
    return missing.some((file) => texts.has(file.path));
  };
  const recent = new Set<string>();
  /** What was worked out of a file is kept for those asked about last: thousands may be open, few are worked on. */
  const keepRecent = (asked: readonly UnitText[]): void => {
    for (const { path } of asked) {
      recent.delete(path);
      recent.add(path);
    }
    for (const path of recent) {
      if (recent.size <= Math.max(MOST_JUDGED, asked.length)) break;
      recent.delete(path);
      const left = texts.get(path);
      if (left) texts.set(path, { ...left });
    }
  };
  const ofUnits = (path: string): readonly (readonly UnitText[])[] => {
    const units = unitsOfFile(index, path).map((unit) => filesOf(unit).flatMap((file) => texts.get(file.path) ?? []));
    keepRecent(units.flat());
    return units;
  };
  return {
    texts,
    edited,
    told: createToldFiles(),
    read,
    complete,
    ofUnits,
  };
}

/** Files that are kept parsed and judged, and all of the unit that was asked about last. */
const MOST_JUDGED = 128;

export function createUnitFileStore(runtime: Runtime, index: UnitIndex): UnitFileStore {
  const { texts, edited, told, read, complete, ofUnits } = createTexts(runtime, index);
  const together = createTogether(runtime, (path) => edited.has(path));
  const open = new Set<string>();
  const behind = new Set<string>();
  const changed = async (path: string): Promise<void> => {
    if (edited.has(path)) return;
    await together.reload(path);
    texts.delete(path);
    if (index.file(path)) await read(path);
  };
  return {
    opened(path) {
      open.add(path);
      if (!index.file(path)) index.add(path, 'workspace');
    },
    async load(path) {
      await addBeside(runtime, index, { path, told });
      await complete(path);
      await Promise.all([together.load(path), loadQuadlets(together.quadlets, index, sourceOf(index, path))]);
    },
    loadMissing: complete,
    surroundings: (path) => ({
      units: ofUnits(path),
      index: behind.has(path) ? undefined : index,
      ...together.surroundings(path, index),
    }),
    setText(path, text, tree) {
      edited.add(path);
      behind.delete(path);
      if (texts.get(path)?.text !== text) texts.set(path, { path, text });
      together.setText(path, text);
      index.setText(path, text, tree);
    },
    found(path, text) {
      if (edited.has(path)) return;
      together.setText(path, text);
      if (index.file(path)?.aliasOf === undefined) index.setText(path, text);
    },
    ...together.around,
    markOutdated: (path) => void behind.add(path),
    async closed(path) {
      open.delete(path);
      edited.delete(path);
      behind.delete(path);
      const isThere = await isOnDisk(runtime, { path, told });
      // Another opening may have come in between.
      if (!isThere && !open.has(path)) index.remove(path);
      await changed(path);
    },
    isEdited: (path) => edited.has(path),
    belongTogether: (path, other) =>
      together.belongTogether(path, other) ||
      (!(isFragment(index, path) && isFragment(index, other)) &&
        unitsOfFile(index, other).some((unit) => filesOf(unit).some((file) => file.path === path))),
    told,
    reload: changed,
    text: (path) => texts.get(path)?.text ?? together.text(path),
  };
}

const isFragment = (index: UnitIndex, path: string): boolean => index.file(path)?.role === 'fragment';

interface Asked {
  readonly path: string;
  readonly told: ToldFiles;
}

async function isOnDisk(runtime: Runtime, { path, told }: Asked): Promise<boolean> {
  const then = told.now();
  const wasThere = (await runtime.filesBeside(path, [])).length > 0;
  return told.since(path, then) ?? wasThere;
}

/** What stands before the folders of the tree of a unit; a folder that stands alone has no others. */
function rootOf(index: UnitIndex, path: string): string | undefined {
  const file = index.file(path);
  return file && rootOfTree(file);
}

/** Files that programs other than systemd's manager read together. */
function createTogether(runtime: Runtime, isEdited: (path: string) => boolean) {
  const quadlets = createQuadletFiles(runtime, isEdited);
  const networks = createNetworkFiles(runtime, isEdited);
  const lines = createLineFiles(runtime, isEdited);
  return {
    quadlets,
    load: (path: string): Promise<unknown> => Promise.all([networks.load(path), lines.load(path)]),
    around: {
      quadletsAround: (path: string) => quadlets.among(path)?.files,
      networksAround: (path: string): TextsAmong => ({ among: networks.among(path), all: networks.all }),
      linesAround: (path: string): TextsAmong => ({ among: lines.among(path), all: lines.all }),
    },
    surroundings: (path: string, index: UnitIndex): Pick<Surroundings, 'among' | 'tmpfiles'> => ({
      among: networks.has(path)
        ? networks.among(path)
        : (lines.among(path) ?? quadlets.among(path) ?? quadlets.among(sourceOf(index, path))),
      tmpfiles: () => filesOfTree(lines.all(), { tree: rootOf(index, path), name: 'tmpfiles.d' }),
    }),
    text: (path: string) => networks.text(path) ?? lines.text(path) ?? quadlets.text(path),
    async reload(path: string): Promise<void> {
      await quadlets.reload(path);
      await networks.reload(path);
      await lines.reload(path);
    },
    setText(path: string, text: string): void {
      quadlets.setText(path, text);
      networks.setText(path, text);
      lines.setText(path, text);
    },
    belongTogether: (path: string, other: string): boolean =>
      [quadlets, networks, lines].some((files) => files.belongTogether(path, other)),
  };
}

/** The first answer does not wait for the index: what lies beside the file is found at once. */
async function addBeside(runtime: Runtime, index: UnitIndex, { path, told }: Asked): Promise<void> {
  const role = roleOf(path);
  if (!role || role.role === 'link') return;
  const owner = role.role === 'fragment' ? role.name.text : role.owner;
  const name = parseUnitName(owner);
  const owners = name ? [...dropInOwners(name), name.kind] : [owner];
  const folder = searchFolderOf(path, role.role);
  const then = told.now();
  for (const file of await runtime.filesBeside(`${folder}/${owner}`, owners)) {
    if (!index.file(file.path) && told.since(file.path, then) !== false) index.add(file, 'workspace');
  }
}

/** The file from which another program makes the unit that a file belongs to. */
const sourceOf = (index: UnitIndex, path: string): string =>
  unitsOfFile(index, path).find(({ fragment }) => fragment?.source)?.fragment?.path ?? path;

/** Drop-ins may tell what the unit of a Quadlet file is called, whether its folder was opened or not. */
async function loadQuadlets(quadlets: FilesTogether, index: UnitIndex, own: string): Promise<void> {
  await quadlets.load(own);
  for (const { path, text } of quadlets.among(own)?.files ?? []) {
    if (index.file(path)) continue;
    index.add(path, 'workspace');
    index.setText(path, text);
  }
}
