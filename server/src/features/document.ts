import { dialectOf, identify } from '../dialects/index.ts';
import { identifyLines, lineDialectOf } from '../dialects/lines/index.ts';
import { type JudgedFile, type JudgeOptions, judgeFile, type VerdictCache } from '../engine/judged-file.ts';
import { judgeLines } from '../engine/lines/judged-lines.ts';
import type { JudgedLines } from '../engine/lines/line-dialect.ts';
import { isSectionless } from '../engine/schema.ts';
import type { Manager } from '../schema/file-identity.ts';
import { blockIndexAt, nodeIndexAt } from '../syntax/blocks.ts';
import { editorLines } from '../syntax/editor-lines.ts';
import { reparse } from '../syntax/reparse.ts';
import type { AssignmentNode, HeaderNode, NodeContent, Part, UnitFile } from '../syntax/tree.ts';
import { isReadable, parseIfReadable } from '../syntax/unreadable-file.ts';
import { fromSource } from '../syntax/value.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Directive, ValueContext } from '../values/value-type.ts';

/** What decides how a text is read. */
export interface DocumentOptions {
  /** Decides kind, name and manager; need not exist. Forward slashes. */
  readonly path: string;
  /** Target systemd version, clamped to the range of the facts. */
  readonly version: number;
  /** Target version of Podman, which reads Quadlet files, as major * 100 + minor; the newest unless told. */
  readonly podman?: number | undefined;
  /** Overrides what the path says. */
  readonly manager?: Manager | undefined;
  readonly cache?: VerdictCache;
  /** The text parsed, where the caller has done that. */
  readonly tree?: UnitFile | undefined;
  /** This very text of this file judged before, for the same version and manager. */
  readonly judged?: JudgedFile | undefined;
  /** The same file before an edit: what the edit leaves alone is taken over. */
  readonly before?: Document | undefined;
}

/** A text with everything the features ask of it. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly version: number;
  readonly lines: LineIndex;
  readonly tree: UnitFile;
  /** A file of sections and assignments; undefined for any other: features stay silent. */
  readonly judged: JudgedFile | undefined;
  /** A file that is read line by line; undefined for any other. `features-of.ts` tells the two apart for those who ask. */
  readonly ofLines?: JudgedLines | undefined;
}

export function createDocument(text: string, options: DocumentOptions): Document {
  const { path, version, podman, manager, cache, before } = options;
  if (options.judged) {
    const { tree } = options.judged.source;
    return { path, text, version, lines: editorLines(tree), tree, judged: options.judged };
  }
  const tree = options.tree ?? treeOf(text, before);
  const ofLines = judgedLines({ path, tree, manager }, { version, before: before?.ofLines });
  if (ofLines) return { path, text, version, lines: editorLines(tree), tree, judged: undefined, ofLines };
  const judged = judgedFile({ path, tree, manager, podman }, { version, cache, before: before?.judged });
  return { path, text, version, lines: editorLines(tree), tree, judged };
}

function judgedLines(
  { path, tree, manager }: Pick<DocumentOptions, 'path' | 'manager'> & { readonly tree: UnitFile },
  options: Pick<Parameters<typeof judgeLines>[1], 'version' | 'before'>,
): JudgedLines | undefined {
  const found = identifyLines(path);
  if (!found) return undefined;
  const identity = manager ? { ...found, manager } : found;
  return judgeLines({ path, tree, identity }, { ...options, dialect: lineDialectOf(identity) });
}

/** A text parsed; of an earlier one what an edit leaves alone is taken over. */
export const treeOf = (text: string, before: Pick<Document, 'tree'> | undefined): UnitFile =>
  before && isReadable(text) ? reparse(text, before.tree) : parseIfReadable(text);

/** A file judged by the dialect that reads it; undefined where none does. */
export function judgedFile(
  { path, tree, manager, podman }: Pick<DocumentOptions, 'path' | 'manager' | 'podman'> & { readonly tree: UnitFile },
  options: Omit<JudgeOptions, 'schema'>,
): JudgedFile | undefined {
  const identity = identify(path, tree, { manager, podman });
  return identity && judgeFile({ path, tree, identity }, { ...options, schema: dialectOf(identity).schema });
}

/** A value's context as another release has it; undefined where that does not have the directive. */
export function inRelease(
  { judged }: Pick<Document, 'judged'>,
  context: ValueContext,
  version: number,
): ValueContext | undefined {
  const { section, key } = context.directive;
  const directive = judged?.directives.find(section, key, version);
  return directive && { ...context, directive, version };
}

/** What stands at a place of a file. */
export type Place =
  | { readonly at: 'header'; readonly node: HeaderNode }
  | {
      readonly at: 'key';
      readonly section: Part;
      readonly node: AssignmentNode;
      readonly directive: Directive | undefined;
    }
  | {
      readonly at: 'value';
      readonly section: Part;
      readonly node: AssignmentNode;
      readonly directive: Directive | undefined;
      /** Offset in the value's text. */
      readonly offset: number;
    }
  | { readonly at: 'comment' }
  /** A blank line, or a word that is not an assignment yet; no section before the first header of a file that has some. */
  | { readonly at: 'line'; readonly section: Part | undefined };

export function placeAt(document: Document, offset: number): Place {
  const { tree, version, judged } = document;
  const node = nodeAt(tree, offset);
  const isSectioned = !judged || !isSectionless(judged.schema, judged.source.identity);
  const section = tree.sectionAt(offset) ?? (isSectioned ? undefined : tree.preamble);
  if (node?.kind === 'header') return offset <= node.textSpan.end ? { at: 'header', node } : { at: 'line', section };
  if (node?.kind === 'comment') return offset >= node.textSpan.start ? { at: 'comment' } : { at: 'line', section };
  if (node?.kind !== 'assignment' || !section) return { at: 'line', section };
  // What stands in a value of thousands of lines is not moved to be looked at.
  const content = node.content as Extract<NodeContent, { kind: 'assignment' }>;
  const at = offset - node.start;
  if (content.comments.some(({ start, end }) => start <= at && at <= end)) return { at: 'comment' };
  const directive = judged?.directives.find(section.name, node.key, version);
  if (offset <= node.equals) return { at: 'key', section, node, directive };
  return { at: 'value', section, node, directive, offset: fromSource(content.value, at) };
}

/** The node whose lines hold the offset; the end of the text belongs to an unfinished last line. */
export function nodeAt(tree: UnitFile, offset: number): UnitFile['nodes'][number] | undefined {
  const { blocks, text } = tree;
  const placed = blocks[blockIndexAt(blocks, offset)];
  const node = placed?.nodeAt(nodeIndexAt(placed, offset));
  if (!node || offset < node.span.end) return node;
  return /[\n\r]$/.test(text.slice(-1)) ? undefined : node;
}
