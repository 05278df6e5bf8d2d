import type { FileIdentity } from '../../schema/file-identity.ts';
import type { IsContinued } from '../../syntax/cut-lines.ts';
import type { Span } from '../../text/span.ts';
import type { Candidate, Reference, Severity } from '../../values/value-type.ts';
import type { FilesAmong } from '../dialect.ts';
import type { SourceFile } from '../judged-block.ts';
import type { Finding, Fix } from '../rule.ts';

/** Folders of one name that a program reads as one: of files with one name that in the first folder counts. */
export interface SearchedFolders {
  /** `tmpfiles.d`; for a file without a folder of its own, that file. */
  readonly name: string;
  /** The strongest first. */
  readonly folders: readonly string[];
  /** What the names end in; the whole name where the file has no folder of its own. */
  readonly suffix: string;
}

/** A part of a line with a meaning of its own: a column, or a key of a udev rule with its value. Offsets count from the line's start. */
export interface Field extends Span {
  /** What it is, in the dialect's words: `path`, `mode`. */
  readonly name: string;
  /** As the program has it, without quotes and escapes. */
  readonly text: string;
  /** How editors colour it; not at all where that is not given. */
  readonly token?: 'property' | 'path' | 'unit' | 'specifier';
  /** Percent signs in it begin specifiers. */
  readonly hasSpecifiers?: true;
}

/** What a line is made of; the same for the same text, wherever it stands. */
export interface LineContent {
  readonly kind: 'blank' | 'comment' | 'entry';
  readonly fields: readonly Field[];
  /** Where the program cannot read on, and why. */
  readonly fault?: Span & { readonly message: string };
}

/** What decides how a line is read. */
export interface LineContext {
  readonly identity: FileIdentity;
  /** Target systemd version. */
  readonly version: number;
}

/** Something to say of a line by itself. Offsets count from the line's start, those of fixes as well. */
export interface LineProblem extends Span {
  /** The id of a rule of `dialects/lines/rules.ts`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly tag?: Finding['tag'];
}

/** What is said of lines among each other; offsets in the text. */
export interface LineFinding extends Finding {
  readonly rule: string;
}

/** Where the manual tells of something: a term, or what stands below a heading. */
export interface ManualPlace {
  /** `tmpfiles.d(5)`. */
  readonly page: string;
  readonly term?: string;
  /** Where a page has a term twice. */
  readonly which?: 'first' | 'last';
  readonly heading?: string;
}

/** What may stand at a place of a line. */
export interface Column {
  readonly name: string;
  /** In signature help, `Mode`. */
  readonly label: string;
  /** Markdown of our own: what it is for, in a sentence or two. */
  readonly purpose: string;
  readonly manual?: ManualPlace;
  readonly offers?: readonly Candidate[];
  /** What only the workspace or the machine can offer. */
  readonly sources?: readonly ('user' | 'group' | 'path' | 'unit' | 'setting')[];
  /** Names of the file itself: those that some line defines, or those that some line uses. */
  readonly names?: 'defined' | 'used';
  /** What follows what is offered is offered at once. */
  readonly continues?: true;
  /** Where the manual tells of what is offered, by its label. */
  manualOf?(label: string): ManualPlace | undefined;
  /** Specifiers of systemd are replaced in it, and this page lists them. */
  readonly specifiers?: string;
}

/** A place of a line: what stands there, or could. */
export interface LinePlace extends Span {
  readonly column: Column;
  readonly field?: Field;
}

/** What the line is made of, and the part that a place belongs to. */
export interface LineSignature {
  readonly label: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  readonly active: number;
}

/** A name that a line leads to. Offsets count from the line's start. */
export interface LineReference extends Span {
  readonly type: Reference['type'] | 'user' | 'group';
  readonly target: string;
  /** What becomes of the line where there is no such account; not given where nothing does. */
  readonly without?: string;
}

/** A name that lines of one file call each other by: a label of udev rules, and the jumps to it. Offsets in the text. */
export interface OwnName extends Span {
  readonly name: string;
  readonly isDefinition: boolean;
  /** What is meant by it, where it is used. */
  readonly target?: Span | undefined;
}

export interface LineSymbol {
  readonly name: string;
  readonly detail: string;
}

/** The text of a line, and what it is made of. */
export interface ReadLine {
  readonly text: string;
  readonly content: LineContent;
}

/** A line as the program reads it, wherever it stands. */
export interface JudgedLine extends ReadLine {
  readonly problems: readonly LineProblem[];
}

/** A line at its place; `end` is where the next one starts. */
export interface PlacedLine extends Span {
  readonly line: JudgedLine;
}

/** A file of lines, read and judged. */
export interface JudgedLines {
  readonly source: SourceFile;
  readonly dialect: LineDialect;
  readonly version: number;
  /** Together they cover the text. */
  readonly lines: readonly PlacedLine[];
  /** What was read, by text: after an edit nearly all lines are as they were. */
  readonly known: ReadonlyMap<string, JudgedLine>;
}

/**
 * A program's own language whose files are lines. `read` and `check` see one line, and answer the same for the same text,
 * identity and version: what they answered is kept. The engine places, counts and remembers; features ask what is here.
 */
export interface LineDialect {
  /** The id of the dialect. */
  readonly id: string;
  /** What a file of it is called in a sentence: `A tmpfiles.d file`. */
  readonly called: string;
  /** Its files, in the form of package.json's patterns. */
  readonly globs: readonly string[];
  /** Where the program looks for its files; the editor and `check` take them anywhere. */
  readonly searched?: readonly SearchedFolders[];
  /** What a file is by its path; undefined for a file of other programs. Forward slashes. */
  identify(path: string): FileIdentity | undefined;
  /** The line goes on in the next one; none does unless told. */
  readonly isContinued?: IsContinued;
  read(line: string, context: LineContext): LineContent;
  check(line: ReadLine, context: LineContext): readonly LineProblem[];
  /** What is said of lines among each other, and of the files that the program reads together; alone when they are not known. */
  checkAmong?(file: JudgedLines, among: FilesAmong | undefined): readonly LineFinding[];
  /** What stands at an offset of a line, or could. */
  placeAt(line: ReadLine, offset: number, context: LineContext): LinePlace | undefined;
  signature?(line: ReadLine, offset: number, context: LineContext): LineSignature | undefined;
  /** Markdown of our own on what stands at a place; the purpose of its column unless told. */
  describe?(place: LinePlace, line: ReadLine, context: LineContext): string | undefined;
  /** Where the manual tells of what stands at a place, where that is not what its column says. */
  manualOf?(place: LinePlace, line: ReadLine, context: LineContext): ManualPlace | undefined;
  references?(line: ReadLine, context: LineContext): readonly LineReference[];
  /** In the order of the text. */
  ownNames?(file: JudgedLines): readonly OwnName[];
  /** Why a name of that kind cannot be written so; undefined where it can. */
  ownNameFault?(name: string): string | undefined;
  /** How the line stands in an outline; not at all where there is nothing to name. */
  symbol?(line: ReadLine, context: LineContext): LineSymbol | undefined;
  /** Edits that set the file in its usual form without changing what the program reads. */
  format?(file: JudgedLines): readonly (Span & { readonly text: string })[];
}
