import type { FilesAmong } from '../engine/dialect.ts';
import type { JudgedFile, SourceFile } from '../engine/judged-file.ts';
import type { FindingOrBatch } from '../engine/lazy-finding.ts';
import { judgeGraphRules, judgeUnitRules } from '../rules/judge-unit.ts';
import type { Manager } from '../schema/file-kind.ts';
import { parseIfReadable } from '../syntax/unreadable-file.ts';
import { memoize } from '../text/memoize.ts';
import { type LoadedUnit, loadUnit } from '../units/loaded-unit.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import { type Document, judgedFile } from './document.ts';
import { madeOf, makesUnit } from './made-fragment.ts';

/**
 * A file that systemd merges with a document. What is worked out of it stays with the object, so whoever has the texts
 * hands out the same one as long as the text is the same.
 */
export interface UnitText {
  readonly path: string;
  readonly text: string;
}

/** A unit with all its files, and what the rules for whole units say of each. */
export interface JudgedUnit {
  readonly unit: LoadedUnit;
  findingsIn(source: SourceFile): readonly FindingOrBatch[];
}

/** How the files of a unit are read. */
interface Reading {
  readonly version: number;
  readonly manager: Manager;
}

const readingKey = ({ version, manager }: Reading): string => `${version} ${manager}`;

const readingsOf = memoize((_: UnitText) => new Map<string, JudgedFile | undefined>());

/** A file judged before, as a part of its unit or by itself. */
export const judgedBefore = (text: UnitText, reading: Reading): JudgedFile | undefined =>
  readingsOf(text).get(readingKey(reading));

/** Parsed once for all the versions it is read for. */
const treeOf = memoize(({ text }: UnitText) => parseIfReadable(text));

function judgedText(unitText: UnitText, reading: Reading): JudgedFile | undefined {
  const readings = readingsOf(unitText);
  const key = readingKey(reading);
  if (!readings.has(key)) {
    const { path } = unitText;
    const tree = treeOf(unitText);
    readings.set(key, judgedFile({ path, tree, manager: reading.manager }, { version: reading.version }));
  }
  return readings.get(key);
}

/** The file of a list that has a path. */
export const textAt = (files: readonly UnitText[], path: string): UnitText | undefined => byPath(files).get(path);

const byPath = memoize((files: readonly UnitText[]) => new Map(files.map((file) => [file.path, file])));

/** A document as one of the files of its unit. */
interface Member {
  readonly document: Document;
  readonly judged: JudgedFile;
  /** The files that another program reads together with the one that it makes the unit of; alone with its drop-ins when not given. */
  readonly among?: FilesAmong | undefined;
}

/** The unit of these files, the document for the one of its path. */
export function loadWithDocument(files: readonly UnitText[], { document, judged, among }: Member): LoadedUnit {
  const { manager, kind } = judged.source.identity;
  const reading = { version: document.version, manager };
  const own = textAt(files, document.path);
  if (own?.text === document.text) readingsOf(own).set(readingKey(reading), judged);
  return loadUnit(
    files.flatMap((file): JudgedFile[] => {
      if (file.path === document.path) return [judged];
      const other = makesUnit(file)
        ? madeOf(file, { ...reading, among: among ?? { files, areAll: false } })
        : judgedText(file, reading);
      return other?.source.identity.kind === kind ? [other] : [];
    }),
  );
}

/** The unit that another program makes of the first of these files, with the drop-ins among them; undefined where it makes none. */
export function loadMade(files: readonly UnitText[], reading: Reading & Pick<Member, 'among'>): LoadedUnit | undefined {
  const [source, ...others] = files;
  const among = reading.among ?? { files, areAll: false };
  const made = source && makesUnit(source) ? madeOf(source, { ...reading, among }) : undefined;
  if (!made) return undefined;
  const dropIns = others.flatMap((file) => judgedText(file, reading) ?? []);
  return loadUnit([made, ...dropIns.filter(({ source: { identity } }) => identity.kind === made.source.identity.kind)]);
}

interface Known {
  readonly judgedUnit: JudgedUnit;
  readonly sources: ReadonlySet<SourceFile>;
  readonly index: UnitIndex | undefined;
  readonly generation: number | undefined;
  readonly among: FilesAmong['files'] | undefined;
}

const knownOf = memoize((_: readonly UnitText[]) => new Map<string, Known>());

/**
 * The same, and what is to be said of it. It is judged once for all its files: asked about the next one with the same
 * list, it is at hand.
 */
export function judgeUnit(
  files: readonly UnitText[],
  { document, judged, index, among }: Member & { readonly index: UnitIndex | undefined },
): JudgedUnit {
  const known = knownOf(files);
  const key = readingKey({ version: document.version, manager: judged.source.identity.manager });
  const found = known.get(key);
  const isSameAround =
    found?.index === index && found?.generation === index?.generation && found?.among === among?.files;
  if (found?.sources.has(judged.source) && isSameAround) return found.judgedUnit;
  const unit = loadWithDocument(files, { document, judged, among });
  const judgedUnit = {
    unit,
    findingsIn: bySource(index ? judgeUnitRules(unit).concat(judgeGraphRules(unit, index)) : judgeUnitRules(unit)),
  };
  const sources = new Set(unit.files.map(({ source }) => source));
  known.set(key, { judgedUnit, sources, index, generation: index?.generation, among: among?.files });
  return judgedUnit;
}

function bySource(said: readonly FindingOrBatch[]): JudgedUnit['findingsIn'] {
  const found = new Map<SourceFile, FindingOrBatch[]>();
  for (const each of said) {
    const own = found.get(each.source);
    if (own) own.push(each);
    else found.set(each.source, [each]);
  }
  return (source) => found.get(source) ?? [];
}
