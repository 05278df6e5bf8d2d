import type { AssignmentNode } from '../../syntax/tree.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import type { Document } from '../document.ts';
import { type Schedule, scheduleOf } from './schedule-form.ts';

/** An `OnCalendar=` of a file as a form. Lines count from 0. */
export interface ScheduleLine {
  readonly line: number;
  readonly text: string;
  readonly schedule: Schedule;
}

/** Of a timer's fragment or drop-in, in their order; undefined for other files. Those that clear the list are left out. */
export function scheduleLines(document: Document): ScheduleLine[] | undefined {
  if (document.judged?.source.identity.kind !== 'timer') return undefined;
  return calendarNodes(document).map((node) => ({
    line: lineOf(document, node),
    text: node.value.text,
    schedule: scheduleOf(node.value.text),
  }));
}

export interface ScheduleChange {
  readonly expression: string;
  /** The line whose value is replaced; a line is added without one. */
  readonly line?: number | undefined;
}

/**
 * The edit that writes a calendar event into a timer: into a line of its own behind the last, in [Timer], which is added
 * where there is none. Undefined for other files, for a line that is no `OnCalendar=` (any more), and for what would not stay
 * one line.
 */
export function writeSchedule(
  document: Document,
  { expression, line }: ScheduleChange,
): (Span & { text: string }) | undefined {
  const text = expression.trim();
  if (document.judged?.source.identity.kind !== 'timer' || !isOneLine(text)) return undefined;
  const nodes = calendarNodes(document);
  if (line !== undefined) {
    const node = nodes.find((each) => lineOf(document, each) === line);
    return node && { ...toSourceSpan(node.value, 0, node.value.text.length), text };
  }
  return { ...addedAt(document, nodes.at(-1)), text: framed(document, nodes.at(-1), `OnCalendar=${text}`) };
}

/** A backslash at the end would take the next line with it. */
const isOneLine = (text: string): boolean => text !== '' && !/[\u0000-\u001f\u007f]|\\$/.test(text);

const lineOf = ({ lines }: Document, { keySpan }: AssignmentNode): number => lines.positionAt(keySpan.start).line;

const timerSection = ({ tree }: Document) => tree.sections.find(({ name }) => name === 'Timer');

const calendarNodes = ({ tree }: Document): AssignmentNode[] =>
  tree.sections.flatMap(({ name, nodes }) =>
    name === 'Timer'
      ? nodes.filter((node) => node.kind === 'assignment' && node.key === 'OnCalendar' && node.value.text !== '')
      : [],
  ) as AssignmentNode[];

function addedAt(document: Document, last: AssignmentNode | undefined): Span {
  const at = last?.span.end ?? timerSection(document)?.header.span.end ?? document.text.length;
  return { start: at, end: at };
}

/** The line with the line breaks it needs where it is added, in the file's own way. */
function framed(document: Document, last: AssignmentNode | undefined, line: string): string {
  const { text } = document;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const { start } = addedAt(document, last);
  const before = start === 0 || text[start - 1] === '\n' ? '' : end;
  if (last || timerSection(document)) return `${before}${line}${before === '' || start === text.length ? end : ''}`;
  return `${before}${text.trim() === '' ? '' : end}[Timer]${end}${line}${end}`;
}
