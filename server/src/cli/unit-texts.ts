import type { UnitText } from '../features/diagnostics.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

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
  /** Tells the index what a file says, if it can be read. */
  parse(path: string): void;
  /** What the file was parsed to; whoever takes it has it alone. */
  takeParsed(path: string): UnitFile | undefined;
}

export function unitTexts(host: CliHost, index: UnitIndex): UnitTexts {
  const texts = new Map<string, UnitText>();
  const parsed = new Map<string, UnitFile>();
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
    parse(path) {
      const text = get(path);
      if (text === undefined) return;
      const tree = parseIfReadable(text);
      parsed.set(path, tree);
      told.add(path);
      index.setText(path, text, tree);
    },
    takeParsed(path) {
      const tree = parsed.get(path);
      parsed.delete(path);
      return tree;
    },
  };
}
