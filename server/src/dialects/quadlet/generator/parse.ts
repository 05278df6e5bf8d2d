import { trim, trimEnd, trimStart } from './go.ts';
import type { Origin, UnitLine, UnitSection, UnitText } from './unit-text.ts';

/** A line at which Podman gives a file up. */
export interface SyntaxFault {
  /** From 1. */
  readonly line: number;
  readonly what: 'no-assignment' | 'no-section' | 'section-name' | 'key-name';
}

interface LogicalLine extends Origin {
  readonly text: string;
}

/**
 * Reads a file as Podman does (pkg/systemd/parser), which is not quite systemd's way: comments and blank lines do not end a value
 * that is continued, lines are joined without a space, and the first line that is not understood refuses the file.
 */
export function parseQuadlet(path: string, data: string): UnitText | SyntaxFault {
  const sections = new Map<string, Draft>();
  let section: Draft | undefined;
  let pending: UnitLine[] = [];
  for (const line of logicalLines(path, data)) {
    const read = readLine(line);
    const origins = [originOf(line)];
    if ('what' in read) return read;
    if (read.kind === 'comment') pending.push({ key: undefined, value: line.text, origins });
    else if (read.kind === 'section') {
      section = sections.get(read.name) ?? { name: read.name, comments: [], lines: [] };
      sections.set(read.name, section);
      // The blank line above a header is written again when sections are put together.
      section.comments.push(...(pending[0]?.value === '' ? pending.slice(1) : pending));
      pending = [];
    } else {
      if (section === undefined) return { line: line.line, what: 'no-section' };
      section.lines.push(...pending, { ...read.assignment, origins });
      pending = [];
    }
  }
  section ??= { name: '', comments: [], lines: [] };
  section.lines.push(...pending);
  return { sections: sections.size === 0 ? [section] : [...sections.values()] };
}

interface Draft extends UnitSection {
  readonly comments: UnitLine[];
  readonly lines: UnitLine[];
}

/** Every line that Podman would give the file up at, were those above it mended. */
export function syntaxFaults(data: string): SyntaxFault[] {
  let isInSection = false;
  return logicalLines('', data).flatMap((line): SyntaxFault[] => {
    const read = readLine(line);
    if ('what' in read) return [read];
    if (read.kind === 'section') isInSection = true;
    return read.kind === 'assignment' && !isInSection ? [{ line: line.line, what: 'no-section' }] : [];
  });
}

export const isFault = (read: UnitText | SyntaxFault): read is SyntaxFault => 'what' in read;

const originOf = ({ path, line }: Origin): Origin => ({ path, line });

const isComment = (line: string): boolean => line === '' || line[0] === '#' || line[0] === ';';

/** Physical lines, those that end in a backslash joined with what follows; what is continued at the end of the file is lost. */
function logicalLines(path: string, data: string): LogicalLine[] {
  const physical = data.replace(/\n$/, '').split('\n');
  const result: LogicalLine[] = [];
  let continued: LogicalLine | undefined;
  for (const [index, raw] of physical.entries()) {
    const line = trim(raw);
    if (isComment(line)) {
      if (!continued?.text) result.push({ path, line: index + 1, text: line });
      continue;
    }
    const goesOn = line.endsWith('\\');
    const text = (continued?.text ?? '') + (goesOn ? line.slice(0, -1) : line);
    const joined = { path, line: continued?.text ? continued.line : index + 1, text };
    continued = goesOn && index < physical.length - 1 ? joined : undefined;
    if (!continued) result.push(joined);
  }
  return result;
}

type Read =
  | { readonly kind: 'comment' }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'assignment'; readonly assignment: Pick<UnitLine, 'key' | 'value'> }
  | SyntaxFault;

const HEADER = /^\[([^\]]*)\][ \t]*$/;

function readLine({ text, line }: LogicalLine): Read {
  if (isComment(text)) return { kind: 'comment' };
  const name = HEADER.exec(text)?.[1];
  if (name !== undefined)
    return /^[^[\x00-\x1f\x7f-\x9f]+$/.test(name) ? { kind: 'section', name } : { line, what: 'section-name' };
  const equals = text.indexOf('=');
  if (equals <= 0) return { line, what: 'no-assignment' };
  const key = trimEnd(text.slice(0, equals));
  if (key === '' || key.startsWith(' ')) return { line, what: 'key-name' };
  return { kind: 'assignment', assignment: { key, value: trimStart(text.slice(equals + 1)) } };
}
