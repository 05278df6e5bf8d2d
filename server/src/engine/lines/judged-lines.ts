import type { FileIdentity } from '../../schema/file-identity.ts';
import { type CutLine, cutLines } from '../../syntax/cut-lines.ts';
import { PLACEHOLDER } from '../../syntax/placeholders.ts';
import { lastAtMost } from '../../text/binary-search.ts';
import type { Span } from '../../text/span.ts';
import type { FilesAmong } from '../dialect.ts';
import type { SourceFile } from '../judged-block.ts';
import { completed, DeferredFinding, type LazyFinding, type RuleFinding, resolvedFinding } from '../lazy-finding.ts';
import type { JudgedLine, JudgedLines, LineContext, LineDialect, LineProblem, PlacedLine } from './line-dialect.ts';

interface JudgeLinesOptions {
  readonly dialect: LineDialect;
  readonly version: number;
  /** The same file as it was. */
  readonly before?: JudgedLines | undefined;
}

export function judgeLines(source: SourceFile, { dialect, version, before }: JudgeLinesOptions): JudgedLines {
  const context = { identity: source.identity, version };
  const kept = before && isReadAlike(before, context) ? before.known : undefined;
  const known = new Map<string, JudgedLine>();
  const lines = cutLines(source.tree.text, dialect.isContinued).map(({ start, end, text }: CutLine): PlacedLine => {
    const line = known.get(text) ?? kept?.get(text) ?? judgeLine(text, dialect, context);
    known.set(text, line);
    return { start, end, line };
  });
  return { source, dialect, version, lines, known };
}

function judgeLine(text: string, dialect: LineDialect, context: LineContext): JudgedLine {
  const content = dialect.read(text, context);
  // In `web.conf.in` what the build will put there is not ours to judge.
  const isJudged = content.kind === 'entry' && !(context.identity.isSource && PLACEHOLDER.test(text));
  const problems = isJudged ? dialect.check({ text, content }, context) : [];
  return { text, content, problems };
}

const isReadAlike = ({ source, version }: JudgedLines, context: LineContext): boolean =>
  version === context.version && isSameKind(source.identity, context.identity);

const isSameKind = (a: FileIdentity, b: FileIdentity): boolean =>
  a.dialect === b.dialect && a.kind === b.kind && a.manager === b.manager && a.isSource === b.isSource;

/** The context in which the lines of a file were read. */
export const contextOfLines = ({ source, version }: JudgedLines): LineContext => ({
  identity: source.identity,
  version,
});

/** The line that holds an offset, or the last one; undefined in an empty text. A line of its own begins behind the last line end. */
export function lineAtOffset({ lines, source }: JudgedLines, offset: number): PlacedLine | undefined {
  const { text } = source.tree;
  if (lines.length === 0 || (offset >= text.length && /[\n\r\0]$/.test(text))) return undefined;
  return lines[lastAtMost(lines.length, offset, (index) => lines[index]!.start)];
}

/** Everything to say of a file: its lines, then what they are among each other and among the files read with them. */
export function lineFindings(file: JudgedLines, among: FilesAmong | undefined): LazyFinding[] {
  const { source, dialect } = file;
  const ofLines = file.lines.flatMap(({ start, line }) =>
    line.problems.map((problem) => {
      const { rule, severity } = problem;
      const span = { start: start + problem.start, end: start + problem.end };
      return new DeferredFinding({ ...span, rule, severity, source }, () => placed(problem, start, source));
    }),
  );
  const ofFile = (dialect.checkAmong?.(file, among) ?? []).map((finding) =>
    resolvedFinding(completed(finding, { rule: finding.rule, source: finding.source ?? source })),
  );
  return [...ofLines, ...ofFile];
}

function placed({ start, end, fixes, ...rest }: LineProblem, by: number, source: SourceFile): RuleFinding {
  const moved = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
  const own = fixes?.map((fix) => ({ ...fix, edits: fix.edits.map(moved) }));
  return { ...rest, ...moved({ start, end }), source, ...(own && { fixes: own }) };
}
