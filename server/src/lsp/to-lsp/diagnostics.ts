import type { Diagnostic, Location, Range } from 'vscode-languageserver';
import type { SourceFile } from '../../engine/judged-block.ts';
import type { FindingList, RuleFinding } from '../../engine/lazy-finding.ts';
import type { Document } from '../../features/document.ts';
import { editorLines } from '../../syntax/editor-lines.ts';
import { type LineIndex, lineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import type { Severity } from '../../values/value-type.ts';
import { encodedLines } from '../position-encoding.ts';
import { DiagnosticSeverity, DiagnosticTag } from '../vscode-languageserver.ts';
import { type ClientConventions, FILE_START, toRange } from './ranges.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** Where the other places are that a finding speaks of. */
export interface OtherFiles extends Pick<ClientConventions, 'uris'> {
  linesOf(path: string): LineIndex | undefined;
}

export function toDiagnostic(lines: LineIndex, finding: RuleFinding, { uris, linesOf }: OtherFiles): Diagnostic {
  const related = (finding.related ?? []).flatMap(({ source, message, ...span }) => {
    const there = source === finding.source ? lines : linesOf(source.path);
    if (source.origins) return madePlaces(source, span, uris).map((location) => ({ location, message }));
    return there ? [{ location: { uri: uris.toUri(source.path), range: toRange(there, span) }, message }] : [];
  });
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'systemd',
    message: finding.message,
    ...(finding.tag ? { tags: [TAGS[finding.tag]] } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Where the lines stand that a line of a unit which another program makes is made of. */
function madePlaces({ tree, origins }: SourceFile, { start }: Span, uris: OtherFiles['uris']): Location[] {
  const { line } = editorLines(tree).positionAt(start);
  const placed = (origins ?? []).filter((origin) => origin.line === line);
  return placed.map(({ path, sourceLine }) => {
    const place = { line: sourceLine, character: 0 };
    return { uri: uris.toUri(path), range: { start: place, end: place } };
  });
}

/** The client, and the texts of other files, as they are known. */
export interface DiagnosticsContext extends ClientConventions {
  readonly unitFiles: { text(path: string): string | undefined };
}

/** Nobody reads more; an editor that is sent a hundred thousand stands still. */
const MOST_SHOWN = 250;

/** What is shown of the findings in an open text, in the client's columns. */
export function toDiagnostics(
  found: FindingList,
  { lines, text }: Document,
  context: DiagnosticsContext,
): Diagnostic[] {
  const { uris, encoding, unitFiles } = context;
  const linesOf = (path: string) => {
    const other = unitFiles.text(path);
    return other === undefined ? undefined : encodedLines(lineIndex(other), other, encoding);
  };
  const own = encodedLines(lines, text, encoding);
  const shown = found.mostSevere(MOST_SHOWN).map((lazy) => toDiagnostic(own, lazy.resolve(), { uris, linesOf }));
  return found.count > MOST_SHOWN ? [leftOut(found.count), ...shown] : shown;
}

const leftOut = (count: number): Diagnostic => ({
  range: FILE_START,
  severity: DiagnosticSeverity.Information,
  source: 'systemd',
  message: `${MOST_SHOWN} of ${count.toLocaleString('en')} findings are shown, the gravest first. The others show when these are gone.`,
});

/** Whether two lists say the same in the same places. */
export const areSame = (before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean =>
  before.length === after.length && before.every((diagnostic, index) => isSame(diagnostic, after[index]!));

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  isSameRange(a.range, b.range) &&
  a.severity === b.severity &&
  a.code === b.code &&
  a.message === b.message &&
  a.tags?.[0] === b.tags?.[0] &&
  isSameRelated(a.relatedInformation, b.relatedInformation);

const isSameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

const isSameRelated = (a: Diagnostic['relatedInformation'] = [], b: Diagnostic['relatedInformation'] = []): boolean =>
  a.length === b.length &&
  a.every(({ message, location }, index) => {
    const other = b[index]!;
    return (
      message === other.message &&
      location.uri === other.location.uri &&
      isSameRange(location.range, other.location.range)
    );
  });
