import type { Block, Definition } from '../tree.ts';
import { lineBreak, type Notes, readInline } from './inline.ts';
import type { Line } from './lines.ts';

export interface Reader {
  readonly lines: readonly Line[];
  readonly notes: Notes;
  at: number;
}

/** A stretch of blocks being read: finished ones and the paragraph that is still open. */
export interface Scope {
  readonly blocks: Block[];
  text: string;
  /** The open paragraph began with `.PP`: what an `.RS` right behind it indents is its explanation. */
  mayBeTerm: boolean;
  /** `.it 1 an-trap` was seen: the next bold line is a title. */
  trap: boolean;
}

export function newScope(): Scope {
  return { blocks: [], text: '', mayBeTerm: false, trap: false };
}

export function addText(scope: Scope, text: string): void {
  if (text === '') return;
  if (scope.text.endsWith('\\c')) scope.text = scope.text.slice(0, -2) + text;
  else scope.text += scope.text === '' || scope.text.endsWith(lineBreak) ? text : ` ${text}`;
}

/** Ends the open paragraph. */
export function flush(reader: Reader, scope: Scope): void {
  const text = scope.text.endsWith(lineBreak) ? scope.text.replace(/(?:\\\u0001)+$/, '') : scope.text;
  scope.text = '';
  scope.mayBeTerm = false;
  if (text === '') return;
  const title = text.startsWith('\\fBExample\\ ') ? /^\\fB(.*)\\fR$/.exec(text) : null;
  const content = readInline(title?.[1] ?? text, reader.notes);
  if (content.length > 0) scope.blocks.push({ kind: title === null ? 'paragraph' : 'title', content });
}

/** Entries come one by one; those that follow each other are one list of definitions. */
export function addDefinition(blocks: Block[], entry: Definition): void {
  const last = blocks[blocks.length - 1];
  if (last?.kind === 'definitions') (last.entries as Definition[]).push(entry);
  else blocks.push({ kind: 'definitions', entries: [entry] });
}

/** So with items, as long as their numbers go on. */
export function addItem(blocks: Block[], item: readonly Block[], number: number | undefined): void {
  const last = blocks[blocks.length - 1];
  if (last?.kind === 'list' && number === expectedNumber(last)) (last.items as (readonly Block[])[]).push(item);
  else blocks.push({ kind: 'list', start: number, items: [item] });
}

/** Indented lines in a row, each on its own, are DocBook's simple list. */
export function addIndent(blocks: Block[], indented: readonly Block[]): void {
  if (indented.length === 0) return;
  const last = blocks[blocks.length - 1];
  if (isLine(indented) && last?.kind === 'list' && last.start === undefined && last.items.every(isLine))
    addItem(blocks, indented, undefined);
  else if (isLine(indented) && last?.kind === 'indent' && isLine(last.blocks))
    blocks[blocks.length - 1] = { kind: 'list', start: undefined, items: [last.blocks, indented] };
  else blocks.push({ kind: 'indent', blocks: indented });
}

function isLine(blocks: readonly Block[]): boolean {
  return blocks.length === 1 && blocks[0]!.kind === 'paragraph';
}

function expectedNumber(list: Block & { kind: 'list' }): number | undefined {
  return list.start === undefined ? undefined : list.start + list.items.length;
}
