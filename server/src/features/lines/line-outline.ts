import { contextOfLines } from '../../engine/lines/judged-lines.ts';
import type { Field, PlacedLine } from '../../engine/lines/line-dialect.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import type { SemanticToken, TokenGroup } from '../semantic-tokens.ts';
import type { DocumentSymbol, Fold } from '../symbols.ts';
import { ofLinesOf } from './lines-of.ts';

/** A symbol for each line that names something. */
export function lineSymbols(document: Document): DocumentSymbol[] {
  const file = ofLinesOf(document);
  const context = contextOfLines(file);
  return file.lines.flatMap(({ start, line }): DocumentSymbol[] => {
    const symbol = line.content.kind === 'entry' ? file.dialect.symbol?.(line, context) : undefined;
    const first = line.content.fields[0];
    if (!symbol || symbol.name === '' || !first) return [];
    const span = { start: start + first.start, end: start + line.text.length };
    return [{ ...symbol, kind: 'assignment', span, nameSpan: span, children: [] }];
  });
}

/** Runs of comments, lines that go on in the next one, and what lies between a jump and its label. */
export function lineFolds(document: Document): Fold[] {
  const file = ofLinesOf(document);
  const folds: Fold[] = jumpFolds(document);
  const add = (start: number, end: number, kind: Fold['kind']): void => {
    const [startLine, endLine] = [start, end].map((at) => document.lines.positionAt(at).line);
    if (endLine! > startLine!) folds.push({ startLine: startLine!, endLine: endLine!, kind });
  };
  let run: Span | undefined;
  for (const { start, line } of file.lines) {
    const end = start + line.text.length;
    if (line.content.kind === 'comment') run = { start: run?.start ?? start, end };
    else {
      if (run) add(run.start, run.end, 'comment');
      run = undefined;
      add(start, end, 'continuation');
    }
  }
  if (run) add(run.start, run.end, 'comment');
  return folds;
}

/** From a jump to the line before its label; of several jumps to one label the first. */
function jumpFolds({ ofLines, lines }: Document): Fold[] {
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const folds = new Map<number, Fold>();
  for (const { start, target } of ofLines?.dialect.ownNames?.(ofLines) ?? []) {
    const fold = target && { startLine: lineOf(start), endLine: lineOf(target.start) - 1, kind: 'section' as const };
    if (fold && fold.endLine > fold.startLine && !folds.has(fold.endLine)) folds.set(fold.endLine, fold);
  }
  return [...folds.values()];
}

/** Lines of a group: as many as an editor shows. */
const GROUP = 64;

/** The fields of each line. A group stays as long as its lines do. */
export function lineTokenGroups(
  document: Document,
  part: Span = { start: 0, end: document.text.length },
): TokenGroup[] {
  const { lines } = ofLinesOf(document);
  const groups: TokenGroup[] = [];
  for (let at = 0; at < lines.length; at += GROUP) {
    const own = lines.slice(at, at + GROUP);
    const { start } = own[0]!;
    if (start >= part.end || own.at(-1)!.end <= part.start) continue;
    groups.push({ start, key: undefined, tokens: () => own.flatMap(tokensOf) });
  }
  return groups;
}

function tokensOf({ start, line }: PlacedLine): SemanticToken[] {
  const hasProblem = line.problems.some(({ severity }) => severity === 'error');
  return line.content.fields.flatMap((field): SemanticToken[] => {
    const specifiers = field.hasSpecifiers ? specifierTokens(line.text, field, start) : [];
    if (specifiers.length > 0) return specifiers;
    const { token } = field;
    if (!token) return [];
    const isUnknown = token === 'property' && hasProblem && line.problems.some((each) => each.start === field.start);
    return [
      { start: start + field.start, end: start + field.end, type: token, ...(isUnknown && { modifier: 'unknown' }) },
    ];
  });
}

const specifierTokens = (text: string, { start, end }: Field, by: number): SemanticToken[] =>
  [...text.slice(start, end).matchAll(/%[0-9A-Za-z%]/g)].map(({ index }) => ({
    start: by + start + index,
    end: by + start + index + 2,
    type: 'specifier',
  }));
