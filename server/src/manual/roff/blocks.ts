import type { Block, Content, Inline } from '../tree.ts';
import { lineBreak, type Notes, readInline, readVerbatim } from './inline.ts';
import { fontRequest, type Line, splitArguments } from './lines.ts';
import { addDefinition, addIndent, addItem, addText, flush, newScope, type Reader, type Scope } from './scope.ts';
import { readTable } from './table.ts';

/** Requests that shape the page and carry no words. */
const silent = new Set(
  'ad nh hy na ne nr ps ds de am ig TH PD UC ft in ti ta ll tr sy ss vs cs rm rr als fam so hw ce mk rt fi EE'.split(
    ' ',
  ),
);

const itemRequests = new Set(['IP', 'TP', 'HP']);

type Handler = (reader: Reader, scope: Scope, name: string, rest: string) => void;

const requests: Readonly<Record<string, Handler>> = {
  PP: startParagraph,
  P: startParagraph,
  LP: startParagraph,
  sp: flush,
  HP: flush,
  br: (_reader, scope) => {
    if (scope.text !== '') scope.text += lineBreak;
  },
  it: (_reader, scope, _name, rest) => {
    scope.trap = rest.includes('an-trap');
  },
  RS: readIndent,
  IP: readItem,
  TP: readItem,
  nf: readCode,
  EX: readCode,
  TS: readTableLines,
};

/** Reads the lines of one section. Unknown requests keep their words; what is left open ends with the section. */
export function readBlocks(lines: readonly Line[], notes: Notes): readonly Block[] {
  const reader: Reader = { lines, notes, at: 0 };
  const blocks: Block[] = [];
  // A stray .RE ends a scope; the section goes on behind it.
  while (reader.at < lines.length) blocks.push(...readScope(reader, false));
  return blocks;
}

function readScope(reader: Reader, inItem: boolean): Block[] {
  const scope = newScope();
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at]!;
    // An item ends with the indentation around it or where the next one begins.
    if (inItem && line.kind === 'request' && (line.name === 'RE' || itemRequests.has(line.name))) break;
    reader.at++;
    if (line.kind === 'text') addText(scope, line.text);
    else if (line.name === 'RE') break;
    else if (Object.hasOwn(requests, line.name)) requests[line.name]!(reader, scope, line.name, line.rest);
    else readOther(reader, scope, line.name, line.rest);
  }
  flush(reader, scope);
  return scope.blocks;
}

function startParagraph(reader: Reader, scope: Scope): void {
  flush(reader, scope);
  scope.mayBeTerm = true;
}

function readOther(reader: Reader, scope: Scope, name: string, rest: string): void {
  if (silent.has(name)) return;
  const text = fontRequest(name, rest);
  if (text === undefined) addText(scope, splitArguments(rest).join(' '));
  else if (scope.trap) {
    flush(reader, scope);
    scope.trap = false;
    scope.blocks.push({ kind: 'title', content: readInline(splitArguments(rest).join(' '), reader.notes) });
  } else addText(scope, text);
}

/** `.RS` … `.RE`: the explanation of a term, a list item, a note box, or only indentation. */
function readIndent(reader: Reader, scope: Scope): void {
  const term = scope.mayBeTerm ? scope.text : '';
  if (term !== '') {
    scope.text = '';
    scope.mayBeTerm = false;
    const terms = splitTerms(readInline(term, reader.notes));
    addDefinition(scope.blocks, { terms, blocks: readScope(reader, false) });
    return;
  }
  flush(reader, scope);
  const label = noteLabel(reader);
  const blocks = readScope(reader, false);
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (label !== undefined) scope.blocks.push({ kind: 'note', label, blocks });
  else if (only?.kind === 'list' && only.items.length === 1) addItem(scope.blocks, only.items[0]!, only.start);
  else addIndent(scope.blocks, blocks);
}

const boxRequests = new Set(['it', 'nr', 'br', 'ps', 'sp']);

/** `.ps +1`, `\fBWarning\fR`, `.ps -1` at the start of a box; the reader is left behind it. */
function noteLabel(reader: Reader): string | undefined {
  let enlarged = false;
  for (let at = reader.at; at < reader.lines.length; at++) {
    const line = reader.lines[at]!;
    if (line.kind === 'text') {
      const label = enlarged ? /^\\fB([A-Z][a-z]+)\\fR$/.exec(line.text) : null;
      if (label !== null) reader.at = at + 1;
      return label?.[1];
    }
    if (!boxRequests.has(line.name)) return undefined;
    enlarged ||= line.name === 'ps';
  }
  return undefined;
}

/** `.IP \(bu`, `.IP "1."` and `.TP` with a term on the next line. */
function readItem(reader: Reader, scope: Scope, name: string, rest: string): void {
  flush(reader, scope);
  const label = (name === 'IP' ? (splitArguments(rest)[0] ?? '') : termLine(reader)).trim();
  const blocks = readScope(reader, true);
  const number = /^(\d+)\.$/.exec(label);
  if (number !== null) addItem(scope.blocks, blocks, Number(number[1]));
  else if (/^(?:\\\(bu|\\\[bu\]|[•*o-]|\\-)$/.test(label)) addItem(scope.blocks, blocks, undefined);
  else if (label === '') addIndent(scope.blocks, blocks);
  else addDefinition(scope.blocks, { terms: splitTerms(readInline(label, reader.notes)), blocks });
}

function termLine(reader: Reader): string {
  const line = reader.lines[reader.at];
  if (line === undefined) return '';
  reader.at++;
  return line.kind === 'text' ? line.text : (fontRequest(line.name, line.rest) ?? line.rest);
}

/**
 * Splits the line over an explanation into its terms: `Requires=, Requisite=` are two.
 * A comma inside brackets or right behind an equals sign belongs to the term itself.
 */
function splitTerms(line: Content): Content[] {
  const terms: Inline[][] = [[]];
  let depth = 0;
  for (const span of line) {
    if (!('text' in span) || span.kind === 'link') {
      terms.at(-1)!.push(span);
      continue;
    }
    let from = 0;
    for (let i = 0; i < span.text.length; i++) {
      const letter = span.text.charAt(i);
      if ('[({'.includes(letter)) depth++;
      else if ('])}'.includes(letter)) depth = Math.max(0, depth - 1);
      if (letter !== ',' || depth > 0 || !/^(?:\s|$)/.test(span.text.slice(i + 1))) continue;
      addPart(terms.at(-1)!, span, from, i);
      terms.push([]);
      from = i + 1;
    }
    addPart(terms.at(-1)!, span, from, span.text.length);
  }
  return terms.map(trimTerm).filter((term) => term.length > 0);
}

type Styled = Extract<Inline, { kind: 'text' | 'strong' | 'emphasis' }>;

function addPart(term: Inline[], span: Styled, from: number, to: number): void {
  const text = term.length === 0 ? span.text.slice(from, to).trimStart() : span.text.slice(from, to);
  if (text !== '') term.push({ kind: span.kind, text });
}

function trimTerm(term: readonly Inline[]): Content {
  const last = term[term.length - 1];
  if (last === undefined || !('text' in last) || last.kind === 'link') return term;
  const text = last.text.trimEnd();
  return text === '' ? term.slice(0, -1) : [...term.slice(0, -1), { kind: last.kind, text }];
}

/** `.nf` … `.fi`: lines as they stand. */
function readCode(reader: Reader, scope: Scope): void {
  flush(reader, scope);
  const lines = linesUntil(reader, ['fi', 'EE']).map((line) => {
    if (line.kind === 'text') return readVerbatim(line.text);
    return line.name === 'sp' ? '' : readVerbatim(fontRequest(line.name, line.rest) ?? '');
  });
  const text = lines.join('\n').replace(/^\n+|\s+$/g, '');
  if (text !== '') scope.blocks.push({ kind: 'code', text });
}

/** `.TS` … `.TE`; a title right above belongs to the table. */
function readTableLines(reader: Reader, scope: Scope): void {
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
