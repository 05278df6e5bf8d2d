import type { JudgedFile } from '../../../engine/judged-file.ts';
import { judgeFile } from '../../../engine/judged-file.ts';
import { withoutBatches } from '../../../engine/lazy-finding.ts';
import type { Finding } from '../../../engine/rule.ts';
import { judgeUnitRules } from '../../../rules/judge-unit.ts';
import { fileKindOfPath } from '../../../schema/file-kind.ts';
import { parse } from '../../../syntax/parse.ts';
import { lineIndex } from '../../../text/line-index.ts';
import { memoize } from '../../../text/memoize.ts';
import type { Span } from '../../../text/span.ts';
import { type LoadedUnit, loadUnit } from '../../../units/loaded-unit.ts';
import { unitSchema } from '../../../units/unit-directives.ts';
import type { GeneratedUnit } from '../generator/generate.ts';
import { Refusal } from '../generator/refusal.ts';
import type { UnitLine } from '../generator/unit-text.ts';
import type { GeneratedAmong } from './generated.ts';
import { lineSpan } from './lines.ts';

/** The service as a whole is judged as any other; what is said of lines that stand in the file is said there. */
export const serviceFindings = (file: JudgedFile, { made }: GeneratedAmong): Finding[] =>
  made && !(made instanceof Refusal) ? findingsOf(made, file) : [];

/** The service among other units, its relations where they stand in the file; undefined where there is none. */
export function serviceAmong(file: JudgedFile, { made }: GeneratedAmong): LoadedUnit | undefined {
  const judged = made && !(made instanceof Refusal) ? judgedService(made, file) : undefined;
  return judged && Object.assign(loadUnit([judged]), { files: [file] });
}

/** The service as systemd reads it; undefined for a name that no unit can have. */
function judgedService(unit: GeneratedUnit, { source: { identity }, version }: JudgedFile): JudgedFile | undefined {
  const readings = readingsOf(unit);
  const key = `${version} ${identity.manager}`;
  const known = readings.get(key);
  if (known) return known;
  const path = `/run/systemd/generator/${unit.name}`;
  const kind = fileKindOfPath(path);
  if (!kind) return undefined;
  const source = { path, tree: parse(unit.text), identity: { ...kind, manager: identity.manager } };
  const judged = judgeFile(source, { schema: unitSchema, version });
  readings.set(key, judged);
  return judged;
}

const readingsOf = memoize((_: GeneratedUnit) => new Map<string, JudgedFile>());

function findingsOf(unit: GeneratedUnit, file: JudgedFile): Finding[] {
  const judged = judgedService(unit, file);
  if (!judged) return [];
  const said = withoutBatches(judgeUnitRules(loadUnit([judged])));
  const lines = lineIndex(unit.text);
  return said.flatMap((lazy): Finding[] => {
    if (lazy.severity !== 'error' && lazy.severity !== 'warning') return [];
    const place = placeOf(unit, file, lines.positionAt(lazy.start).line);
    return place ? [{ ...place, severity: lazy.severity, message: lazy.resolve().message }] : [];
  });
}

/** The line of the file that was copied; for one that Podman adds, the line of the same key that meets it. */
function placeOf({ lines, source }: GeneratedUnit, file: JudgedFile, at: number): Span | undefined {
  const line = lines[at];
  const isCopied = (each: UnitLine | undefined): boolean =>
    each !== undefined && !('command' in each) && each.origins.length === 1;
  const found = isCopied(line) ? line : lines.find((each) => each.key === line?.key && isCopied(each));
  const origin = found?.origins[0];
  return origin?.path === source ? lineSpan(file, origin.line) : undefined;
}
