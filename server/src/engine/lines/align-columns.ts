import type { Span } from '../../text/span.ts';
import type { JudgedLines, PlacedLine } from './line-dialect.ts';

type Edit = Span & { readonly text: string };

/** Lines that follow each other without a blank line or a comment between them are aligned together. */
interface Paragraph {
  readonly lines: readonly PlacedLine[];
}

/**
 * Edits that set the fields of each paragraph below each other, one blank apart, and take blanks away from line ends. The first
 * `columns` fields are set; what stands behind them stays as it is. Lines that the program cannot read stay as they are.
 */
export function alignColumns(file: JudgedLines, columns: number): Edit[] {
  const { text } = file.source.tree;
  return paragraphs(file).flatMap(({ lines }) => {
    const widths = widthsOf(lines, columns);
    return lines.flatMap((each) => alignedLine(each, widths, columns).filter(isChange(text)));
  });
}

const isChange =
  (text: string) =>
  (edit: Edit): boolean =>
    text.slice(edit.start, edit.end) !== edit.text;

function paragraphs({ lines }: JudgedLines): Paragraph[] {
  const found: PlacedLine[][] = [];
  let isOpen = false;
  for (const each of lines) {
    const { content } = each.line;
    const isIn = content.kind === 'entry' && !content.fault && content.fields.length > 0;
    if (isIn && isOpen) found.at(-1)!.push(each);
    else if (isIn) found.push([each]);
    // A comment right above or between lines belongs to them.
    isOpen = isIn || (isOpen && content.kind !== 'blank');
  }
  return found.map((own) => ({ lines: own }));
}

/** How wide each column is; of the last field of a line nothing follows that it would have to make room for. */
function widthsOf(lines: readonly PlacedLine[], columns: number): number[] {
  const widths: number[] = [];
  for (const { line } of lines) {
    const { fields } = line.content;
    for (const [at, { start, end }] of fields.slice(0, columns).entries()) {
      const isLast = at === fields.length - 1;
      widths[at] = Math.max(widths[at] ?? 0, isLast ? 0 : end - start);
    }
  }
  return widths;
}

function alignedLine({ start, line }: PlacedLine, widths: readonly number[], columns: number): Edit[] {
  const { fields } = line.content;
  const edits: Edit[] = [{ start, end: start + fields[0]!.start, text: '' }];
  for (const [at, field] of fields.entries()) {
    const next = fields[at + 1];
    if (!next) {
      edits.push({ start: start + field.end, end: start + line.text.length, text: '' });
      break;
    }
    if (at >= columns) break;
    const room = ' '.repeat(Math.max(0, widths[at]! - (field.end - field.start)) + 1);
    edits.push({ start: start + field.end, end: start + next.start, text: room });
  }
  return edits;
}
