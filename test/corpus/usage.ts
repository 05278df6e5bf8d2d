import { createDocument } from '../../server/src/features/document.ts';
import { findDirective } from '../../server/src/units/unit-directives.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { usageScope } from '../../server/src/schema/usage.ts';
import { readWords } from '../../server/src/syntax/words.ts';
import { contextOf } from '../../server/src/engine/judged-file.ts';
import { parseBoolean } from '../../server/src/values/boolean.ts';
import { traitsOf } from '../../server/src/values/traits.ts';
import type { ValueContext } from '../../server/src/values/value-type.ts';
import { corpusFiles } from './units.ts';

/** What is written in fewer files is somebody's own. */
const FEWEST = 3;
/** Of one directive's values no more are kept. */
const MOST_VALUES = 20;

export interface Usage {
  readonly files: number;
  /** Section, key, scope, value (empty where the directive itself is counted), number of files; most written first. */
  readonly rows: readonly string[][];
}

/** How many files of a corpus write each directive, and each value that is a word, a unit or an account. */
export function usageOf(root: string): Usage {
  const counts = new Map<string, number>();
  let files = 0;
  for (const manager of ['system', 'user'] as const) {
    for (const { name, bytes } of corpusFiles(root, manager).values()) {
      files++;
      const path = `/usr/lib/systemd/${manager}/${name}`;
      for (const seen of writtenIn(bytes.toString('utf8'), path)) counts.set(seen, (counts.get(seen) ?? 0) + 1);
    }
  }
  return { files, rows: rowsFrom(counts) };
}

/** The same line written twice in a file counts once. */
function writtenIn(text: string, path: string): Set<string> {
  const { judged, tree } = createDocument(text, { path, version: NEWEST_VERSION });
  const seen = new Set<string>();
  if (!judged) return seen;
  for (const section of tree.sections) {
    for (const { key, value } of section.assignments) {
      const directive = findDirective(section.name, key, NEWEST_VERSION);
      if (!directive) continue;
      const context = contextOf(directive, judged.source.identity, NEWEST_VERSION);
      seen.add([section.name, key, '', ''].join('\t'));
      const scope = usageScope(context);
      for (const each of valuesIn(value.text, context)) seen.add([section.name, key, scope, each].join('\t'));
    }
  }
  return seen;
}

/** The values that others write too: names of units and accounts, and words. */
function valuesIn(text: string, context: ValueContext): string[] {
  const { key } = context.directive;
  const holds = traitsOf(context.directive)?.holds;
  const names = readWords(text).words.map((word) => word.text);
  if (holds === 'units') return key === 'Alias' ? [] : names.filter((name) => !/[%@]/.test(name));
  if (holds === 'accounts') return names.filter((name) => /^[a-z_-][\w-]*$/i.test(name));
  const words = context.directive.valueType?.complete?.('', 0, context)?.items ?? [];
  const fits = (word: string): boolean => words.some(({ label, kind }) => kind !== 'prefix' && label === word);
  const asBoolean = parseBoolean(text);
  const plain = asBoolean === undefined ? text : asBoolean ? 'yes' : 'no';
  return fits(plain) ? [plain] : names.filter(fits);
}

function rowsFrom(counts: ReadonlyMap<string, number>): string[][] {
  const rows = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([row, count]): [string[], number] => [row.split('\t'), count])
    .sort(([a, more], [b, less]) => compare(a.slice(0, 3), b.slice(0, 3)) || less - more || compare(a, b));
  const taken = new Map<string, number>();
  return rows.flatMap(([[section = '', key = '', scope = '', value = ''], count]) => {
    const group = `${section} ${key} ${scope}`;
    const before = value === '' ? 0 : (taken.get(group) ?? 0);
    if (value !== '') taken.set(group, before + 1);
    return before < MOST_VALUES ? [[section, key, scope, value, String(count)]] : [];
  });
}

function compare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\t'), b.join('\t')];
  return left < right ? -1 : left > right ? 1 : 0;
}
