import type { FileAmong } from '../../../engine/dialect.ts';
import type { JudgedBlock } from '../../../engine/judged-block.ts';
import { type JudgedAssignment, type JudgedFile, judgeFile } from '../../../engine/judged-file.ts';
import { parseIfReadable } from '../../../syntax/unreadable-file.ts';
import { toSourceSpan } from '../../../syntax/value.ts';
import { readWords } from '../../../syntax/words.ts';
import { lineIndex } from '../../../text/line-index.ts';
import { memoize, memoizeList } from '../../../text/memoize.ts';
import type { Span } from '../../../text/span.ts';
import { utf8Length } from '../../../text/utf8.ts';
import type { LineSpan } from '../../../units/relations.ts';
import { identifyNetwork, networkSchema } from '../files.ts';
import { type DeviceKey, deviceKey, mayNameDevices } from './device-keys.ts';
import { type NetworkKind, nameOfPath, networkPlace } from './places.ts';

/** A file of networks, or a drop-in of one, as it is read together with others. */
export interface NetworkFile {
  readonly path: string;
  /** Its own name; of a drop-in `lan.conf`. */
  readonly name: string;
  /** The name of the file that it is, or that it belongs to. */
  readonly owner: string;
  readonly kind: NetworkKind;
  readonly role: 'fragment' | 'drop-in';
  /** An empty file: to systemd there is none of this name, here or in a folder that counts less. */
  readonly isMask: boolean;
  readonly judged: JudgedFile;
}

/** What is made of a text, by the version of systemd that reads it. */
const readings = memoize((_: FileAmong) => new Map<number, NetworkFile | undefined>());

/** A text as networkd or udev of a version reads it; undefined for files of others. The same object each time. */
export function networkFile(file: FileAmong, version: number): NetworkFile | undefined {
  const known = readings(file);
  if (!known.has(version)) known.set(version, read(file, version));
  return known.get(version);
}

function read({ path, text }: FileAmong, version: number): NetworkFile | undefined {
  const place = networkPlace(path);
  const tree = parseIfReadable(text);
  const identity = place && (identifyNetwork(path, tree) ?? maskOf(text));
  if (!place || !identity) return undefined;
  const { owner, kind, role } = place;
  const judged = judgeFile({ path, tree, identity: { ...identity, kind, role } }, { schema: networkSchema, version });
  return { path, name: nameOfPath(path), owner, kind, role, isMask: text === '', judged };
}

/** No section tells whose an empty file is. */
const maskOf = (text: string) =>
  text === '' ? ({ dialect: 'networkd', unit: undefined, manager: 'system', isSource: false } as const) : undefined;

/** A device that is named in a file. */
export interface DeviceMention extends Span {
  readonly name: string;
  readonly section: string;
  readonly key: string;
  readonly how: DeviceKey;
}

/** The devices named in a file, in its order. Words with `*` and the like name none. */
export const mentionsIn: (file: JudgedFile) => readonly DeviceMention[] = memoizeList((file: JudgedFile) => {
  const { kind } = file.source.identity;
  return file.blocks.flatMap((place) => namingNodes(place.judged).flatMap((node) => mentionsOf(place.at(node), kind)));
});

/** Which nodes of a block may name devices: of thousands of lines hardly any do, and those of a block stay with it. */
const namingNodes: (block: JudgedBlock) => readonly number[] = memoizeList(({ section, verdicts }: JudgedBlock) =>
  verdicts.flatMap((verdict, node) => (mayNameDevices(section, verdict?.directive?.key) ? [node] : [])),
);

/** More devices in one value nobody names; each is looked up. */
const MOST_NAMES = 1_000;

function mentionsOf({ section, node, directive }: JudgedAssignment, kind: string): readonly DeviceMention[] {
  const how = directive && deviceKey(kind, section, node.key);
  if (!how) return [];
  return namesIn(node.value.text, how).map((word) => ({
    ...toSourceSpan(node.value, word.start, word.end),
    name: word.text,
    section,
    key: node.key,
    how,
  }));
}

/** What one writes in the place of a name. */
const isName = ({ text }: { readonly text: string }): boolean => !/[*?[\]:%\\]/.test(text);

/** The devices that a value names; offsets count in the value. */
export function namesIn(text: string, { isList, isMatch }: DeviceKey): readonly (Span & { readonly text: string })[] {
  if (text === '' || (isMatch && text.startsWith('!'))) return [];
  const words = isList ? readWords(text, {}).words : [{ text, start: 0, end: text.length }];
  return words.filter(isName).slice(0, MOST_NAMES);
}

/** A place of a file as others are told of it: the text may no longer be at hand when they ask. */
export function lineSpanOf({ source: { tree } }: JudgedFile, { start, end }: Span): LineSpan {
  const { line, character } = linesOf(tree).positionAt(start);
  const from = start - character;
  const bytes = { start: utf8Length(tree.text, from, start), end: utf8Length(tree.text, from, end) };
  const place = { line, start: character, end: character + end - start };
  return bytes.end === place.end ? place : { ...place, bytes };
}

const linesOf = memoize((tree: JudgedFile['source']['tree']) => lineIndex(tree.text));
