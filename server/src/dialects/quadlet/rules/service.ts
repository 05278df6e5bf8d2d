import type { JudgedFile } from '../../../engine/judged-file.ts';
import { judgeFile } from '../../../engine/judged-file.ts';
import { withoutBatches } from '../../../engine/lazy-finding.ts';
import type { Finding } from '../../../engine/rule.ts';
import { judgeUnitRules } from '../../../rules/judge-unit.ts';
import { fileKindOfPath } from '../../../schema/file-kind.ts';
import { parse } from '../../../syntax/parse.ts';
import { lineIndex } from '../../../text/line-index.ts';
import type { Span } from '../../../text/span.ts';
import { loadUnit } from '../../../units/loaded-unit.ts';
import { unitSchema } from '../../../units/unit-directives.ts';
import type { GeneratedUnit } from '../generator/generate.ts';
import { Refusal } from '../generator/refusal.ts';
import type { UnitLine } from '../generator/unit-text.ts';
import type { GeneratedAmong } from './generated.ts';
import { lineSpan } from './lines.ts';

/** The service as a whole is judged as any other; what is said of lines that stand in the file is said there. */
export const serviceFindings = (file: JudgedFile, { made }: GeneratedAmong): Finding[] =>
  made && !(made instanceof Refusal) ? findingsOf(made, file) : [];

function findingsOf(unit: GeneratedUnit, file: JudgedFile): Finding[] {
  const { manager } = file.source.identity;
  const path = `/run/systemd/generator/${unit.name}`;
  const kind = fileKindOfPath(path);
  if (!kind) return [];
  const tree = parse(unit.text);
  const source = { path, tree, identity: { ...kind, manager } };
  const judged = judgeFile(source, { schema: unitSchema, version: file.version });
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
