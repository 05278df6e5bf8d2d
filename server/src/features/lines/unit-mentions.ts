import { identifyLines, lineDialectOf } from '../../dialects/lines/index.ts';
import { filesThatCount, linesOfFiles } from '../../engine/lines/files-that-count.ts';
import { contextOfLines } from '../../engine/lines/judged-lines.ts';
import type { JudgedLines } from '../../engine/lines/line-dialect.ts';
import type { UnitName } from '../../schema/unit-name.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import type { Viewpoint } from '../../units/resolve-unit.ts';
import type { Environment } from '../environment.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import { isMeantTogether, placeInLines, rootOfTree } from './line-trees.ts';
import { presetMentions } from './unit-presets.ts';

/** Where files of lines name a unit: presets, and udev rules that pull it in. */
export const mentionsInLines = (name: UnitName, view: Viewpoint, lines: Environment['lines']): FilePlace[] => [
  ...presetMentions(name, view, lines),
  ...ruleMentions(name, view, lines),
];

/** udev rules are of the system; what they pull in for users is named in them as well. */
function ruleMentions({ text }: UnitName, view: Viewpoint, lines: Environment['lines']): FilePlace[] {
  const files = filesThatCount(
    (lines?.all() ?? []).filter(
      ({ path, text: whole }) =>
        identifyLines(path)?.dialect === 'udev-rules' &&
        whole.includes('_WANTS}') &&
        isMeantTogether(path, rootOfTree({ ...view, manager: 'system' }) ?? rootOfTree(view)),
    ),
  );
  const [first] = files;
  if (!first) return [];
  const dialect = lineDialectOf(identifyLines(first.path)!);
  return linesOfFiles(files, { dialect, version: NEWEST_VERSION, manager: 'system' }).flatMap((file) =>
    unitsNamed(file, text),
  );
}

function unitsNamed(file: JudgedLines, name: string): FilePlace[] {
  const context = contextOfLines(file);
  return file.lines.flatMap(({ start, line }) =>
    (file.dialect.references?.(line, context) ?? [])
      .filter(({ type, target }) => type === 'unit' && target === name)
      .map((found) => placeInLines(file, { start: start + found.start, end: start + found.end })),
  );
}
