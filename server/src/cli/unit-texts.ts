import { parse } from '../syntax/parse.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { decode } from './decode.ts';
import type { CliHost } from './host.ts';

/** The texts of an index's files: each is read, parsed and told to the index once. */
export interface UnitTexts {
  /** Undefined for what cannot be read. */
  get(path: string): string | undefined;
  /** Takes a text for that of a file. */
  set(path: string, text: string): void;
  /** Tells the index what a file says, if it can be read. */
  parse(path: string): void;
  /** What the file was parsed to; whoever takes it has it alone. */
  takeParsed(path: string): UnitFile | undefined;
}

export function unitTexts(host: CliHost, index: UnitIndex): UnitTexts {
  const texts = new Map<string, string>();
  const parsed = new Map<string, UnitFile>();
  /** Files whose text the index has. */
  const told = new Set<string>();
  const get = (path: string): string | undefined => {
    if (!texts.has(path)) {
      try {
        texts.set(path, decode(host.readFile(path)));
      } catch {
        return undefined;
      }
    }
    return texts.get(path);
  };
  return {
    get,
    set(path, text) {
      if (told.has(path) && texts.get(path) === text) return;
      texts.set(path, text);
      told.add(path);
      index.setText(path, text);
    },
    parse(path) {
      const text = get(path);
      if (text === undefined) return;
      const tree = parse(text);
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
