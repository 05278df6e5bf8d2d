import type { UnitText } from '../features/diagnostics.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { forget } from '../text/memoize.ts';
import type { FileFacts } from '../units/relations.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** What files say of other units; undefined for one that is none. */
export type ReadFiles = readonly (readonly [path: string, facts: FileFacts | undefined])[];

/** The texts of an index's files: each is read, parsed and told to the index once. */
export interface UnitTexts {
  /** Undefined for what cannot be read. */
  get(path: string): string | undefined;
  /** The same with its path: one object as long as the text is the same. */
  unitText(path: string): UnitText | undefined;
  /** Grows with every text that takes the place of another. */
  readonly changes: number;
  /** Takes a text for that of a file. */
  set(path: string, text: string): void;
  /** Tells the index what a file says, if it can be read; of one that is put off nothing is known but its name. */
  parse(path: string): void;
  /** From now on files are put off, until the rest is read. */
  putOff(): void;
  /** Those that are put off, in the order they came. */
  unread(): readonly string[];
  /** Reads some of them, and gives what was read. */
  read(paths: readonly string[]): ReadFiles;
  /** Takes what another thread has read. */
  setRead(files: ReadFiles): void;
  readRest(): void;
  /** Forgets what was worked out of the text: that stays with its object. */
  release(path: string): void;
}

export function unitTexts(host: CliHost, index: UnitIndex): UnitTexts {
  const texts = new Map<string, UnitText>();
  let changes = 0;
  /** Files whose text the index has. */
  const told = new Set<string>();
  const unitText = (path: string): UnitText | undefined => {
    if (!texts.has(path)) {
      try {
        texts.set(path, { path, text: decode(host.readFile(path)) });
      } catch {
        return undefined;
      }
    }
    return texts.get(path);
  };
  const get = (path: string): string | undefined => unitText(path)?.text;
  const parse = (path: string): void => {
    const text = get(path);
    if (text === undefined) return;
    told.add(path);
    // The tree is made once more when the file is judged: kept for thousands of files until then, it costs more than that.
    index.setText(path, text, parseIfReadable(text));
  };
  return {
    get changes() {
      return changes;
    },
    get,
    unitText,
    set(path, text) {
      if (told.has(path) && get(path) === text) return;
      if (get(path) !== text) texts.set(path, { path, text });
      changes++;
      told.add(path);
      index.setText(path, text);
    },
    ...inTurn(index, parse, (path) => told.add(path)),
    release(path) {
      const known = texts.get(path);
      if (known) forget(known);
    },
  };
}

/** Files are parsed as they come, unless they are put off. */
function inTurn(
  index: UnitIndex,
  parse: (path: string) => void,
  tell: (path: string) => void,
): Pick<UnitTexts, 'parse' | 'putOff' | 'unread' | 'read' | 'setRead' | 'readRest'> {
  let unread: Set<string> | undefined;
  const read = (paths: readonly string[]): ReadFiles =>
    paths.map((path) => {
      unread?.delete(path);
      parse(path);
      return [path, index.file(path)?.facts];
    });
  return {
    parse: (path) => (unread ? void unread.add(path) : parse(path)),
    putOff() {
      unread = new Set();
    },
    unread: () => [...(unread ?? [])],
    read,
    setRead(files) {
      for (const [path, facts] of files) {
        unread?.delete(path);
        tell(path);
        index.setFacts(path, facts);
      }
    },
    readRest() {
      read([...(unread ?? [])]);
      unread = undefined;
    },
  };
}
