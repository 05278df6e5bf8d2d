import type { Block, Content } from '../tree.ts';
import { fontRequest } from './arguments.ts';
import { readVerbatim } from './inline.ts';
import type { Line } from './lines.ts';
import { flush, type Reader, type Scope } from './scope.ts';
import { readTable } from './table.ts';

/** `.nf` … `.fi`: lines as they stand. */
export function readCode(reader: Reader, scope: Scope): void {
  flush(reader, scope);
  const lines = linesUntil(reader, ['fi', 'EE']).map((line) => {
    if (line.kind === 'text') return readVerbatim(line.text);
    return line.name === 'sp' ? '' : readVerbatim(fontRequest(line.name, line.rest) ?? '');
  });
  const text = lines.join('\n').replace(/^\n+|\s+$/g, '');
  if (text !== '') scope.blocks.push({ kind: 'code', text });
}

/** `.TS` … `.TE`; a title right above belongs to the table. */
export function readTableLines(reader: Reader, scope: Scope): void {
  flush(reader, scope);
  const lines = linesUntil(reader, ['TE']);
  scope.blocks.push(readTable(lines, takeTitle(scope.blocks), reader.notes));
}

function takeTitle(blocks: Block[]): Content | undefined {
  const last = blocks[blocks.length - 1];
  if (last?.kind !== 'title') return undefined;
  blocks.pop();
  return last.content;
}

/** The lines up to a closing request, which is passed over. */
function linesUntil(reader: Reader, names: readonly string[]): Line[] {
  const from = reader.at;
  while (reader.at < reader.lines.length && !isRequest(reader.lines[reader.at]!, names)) reader.at++;
  return reader.lines.slice(from, reader.at++);
}

function isRequest(line: Line, names: readonly string[]): boolean {
  return line.kind === 'request' && names.includes(line.name);
}
