import type { Manager } from '../schema/file-kind.ts';
import type { UnitKind } from '../schema/kinds.ts';
import type { UnitName } from '../schema/unit-name.ts';
import type { Span } from '../text/span.ts';
import type { Change } from './changes.ts';

/** One era of one directive: how systemd reads `key` in `section` from version `from` to version `to`. */
export interface Directive {
  /** Of a key of Quadlet files the Podman it came with, as major * 100 + minor. */
  readonly podman?: number;
  /** The id of the dialect: which program reads it. */
  readonly dialect: string;
  readonly section: string;
  readonly key: string;
  /** What `systemd --dump-configuration-items` prints as the value's form. */
  readonly placeholder: string;
  /** The program's parser function; value types claim these. */
  readonly parser: string;
  /** What the parser is told besides the value, as systemd's table names it. */
  readonly argument: string;
  /** First and last systemd version this era holds for. */
  readonly from: number;
  readonly to: number;
  /** The version the manual says the directive came with. */
  readonly since: number | undefined;
  /** The manual page that describes it, as `systemd.exec(5)`. */
  readonly page: string;
  /** All eras of this directive, oldest first; this one among them. */
  readonly eras: readonly Directive[];
  /** Where the manual has it today, if the program merely still reads it here; the value stays the same. */
  readonly modern: { readonly section: string; readonly key: string } | undefined;
  /** How its values are read; undefined where any value is taken. */
  readonly valueType: ValueType | undefined;
  /** Markdown of our own: what else there is to know of it, in a sentence or two. */
  readonly note?: string;
}

/** What a value is judged in. */
export interface ValueContext {
  readonly directive: Directive;
  /** Target systemd version, within the range the facts cover. */
  readonly version: number;
  readonly manager: Manager;
  /** Which kind of file of its dialect this is: `service`, `journald.conf`. */
  readonly kind: string;
  /** The unit's name where it is known; a drop-in of a whole kind has none. */
  readonly unit: UnitName | undefined;
  /** Of a Quadlet file the Podman that reads it, as major * 100 + minor. */
  readonly podman?: number | undefined;
}

/**
 * `error`: systemd refuses the unit. `warning`: systemd complains; see {@link ValueProblem.effect}.
 * `info`: systemd remarks, or advice. `hint`: advice.
 */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The ids of the rules under which value problems are reported; each has a page in docs/rules. */
export type ValueRule =
  | 'value-invalid'
  | 'value-empty'
  | 'value-out-of-range'
  | 'value-obsolete'
  | 'value-too-new'
  | 'value-ineffective'
  | 'specifier-unknown'
  | 'quoting'
  | 'unit-name-invalid'
  | 'unit-kind'
  | 'path-invalid'
  | 'exec-invalid'
  | 'escape-unknown'
  | 'legacy-path';

/** A fault in a value; offsets count in the value's text (UTF-16). */
export interface ValueProblem extends Span {
  readonly rule: ValueRule;
  readonly severity: Severity;
  /** What is wrong, why systemd minds, what to write. Plain sentences. */
  readonly message: string;
  /**
   * What a warning leaves of the assignment: nothing (`ignored`, the default), everything but this item (`part`),
   * or all of it (`kept`). An error with `kept` is one that systemd finds only when the whole unit is read.
   */
  readonly effect?: 'ignored' | 'part' | 'kept' | undefined;
  /** What to write in place of the span; offered as a quick fix. */
  readonly replacement?: string | undefined;
  /** Whether systemd would be content with the value after that, where it was not tried at once; without it nobody doubts. */
  readonly isMended?: (() => boolean) | undefined;
  /** What the replacement takes the place of, where that is more than the faulty span. */
  readonly replaces?: Span | undefined;
  /** A line that the replacement, at the end of the value, needs below it. */
  readonly lineBelow?: string | undefined;
  /** What the fix is called, where "Change to" and the replacement would not tell. */
  readonly title?: string | undefined;
  /** It is what is most often meant, and may not be; nobody writes it unasked. */
  readonly isGuess?: boolean | undefined;
}

export type CandidateKind =
  | 'value'
  | 'keyword'
  | 'unit'
  | 'path'
  | 'folder'
  | 'number'
  | 'specifier'
  | 'variable'
  | 'prefix'
  | 'user'
  | 'snippet';

/** One completion. */
export interface Candidate {
  readonly label: string;
  readonly kind: CandidateKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is inserted when it is not the label. */
  readonly insert?: string;
  /** What is compared with what was typed; the label unless told. */
  readonly filter?: string;
  /** LSP snippet syntax in `insert`. */
  readonly isSnippet?: boolean;
  readonly deprecated?: boolean;
}

/** What Podman has, and Quadlet files make. */
export type PodmanResource = 'image' | 'volume' | 'network' | 'pod' | 'secret';

/** What only the workspace or the machine can offer; the service fills it in. */
export type CandidateSource =
  | { readonly type: 'unit'; readonly kinds?: readonly UnitKind[] }
  | { readonly type: 'path'; readonly only?: 'directory' | 'executable' }
  | { readonly type: 'podman'; readonly resource: PodmanResource }
  /** Devices of networks, of some kinds or of all. */
  | { readonly type: 'device'; readonly kinds?: readonly string[] | undefined }
  | { readonly type: 'user' | 'group' | 'specifier' | 'environment-variable' };

/** Completions at a place; the span is what they replace, in value offsets. */
export interface Completion extends Span {
  readonly items: readonly Candidate[];
  readonly sources?: readonly CandidateSource[];
}

/** What a part of a value means; offsets in the value. */
export interface Description extends Span {
  /** Markdown of our own; short first. */
  readonly markdown?: string;
  /** The word under which the manual describes this value in the directive's own entry. */
  readonly manualValue?: string;
  /** The directive whose entry that is, where it is not this one's. */
  readonly manualKey?: string;
}

/** What a part of a value points to. */
export interface Reference extends Span {
  readonly type: 'unit' | 'path' | 'executable' | 'uri';
  readonly target: string;
}

/** One named part of a structured value, for signature help. */
export interface Signature {
  readonly label: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
  /** Index of the parameter at an offset. */
  active(text: string, offset: number): number;
}

/** What several assignments of a directive make: the last or the first counts, each adds entries of its own, or all work on one list. */
export type Repetition = 'replaces' | 'first' | 'adds' | 'extends';

/** What a value measures or is written in. A number without unit counts seconds in `time`. */
export type Quantity = 'time' | 'nanoseconds' | 'calendar' | 'size' | 'mode';

/** What a value names or runs. `mounts` are paths that mean the mount units they lie on. */
export type Subject = 'units' | 'mounts' | 'accounts' | 'documents' | 'command';

/** A trait that may hang on the directive a parser reads. */
export type OfDirective<T> = T | ((directive: Directive) => T);

/**
 * What is true of a parser whatever the value. Whoever wants to know something of values asks for a trait; parsers are
 * named in value types alone.
 */
export interface ValueTraits {
  readonly repeats: OfDirective<Repetition>;
  /** The keys of the section whose assignments an empty one takes back, where they are others than its own alone. */
  readonly emptyClears?: 'nothing' | OfDirective<RegExp>;
  readonly quantity?: OfDirective<Quantity | undefined>;
  /** What a value is, in a word or two, where systemd's own placeholder does not say. */
  readonly form?: string;
  readonly holds?: Subject;
  /**
   * Which specifiers are replaced when the unit is loaded, and where: `names` those that may be in a unit name;
   * `to-colon` and `to-colon-of-word` all, but not behind the first colon. None where it is not said.
   */
  readonly specifiers?: 'all' | 'names' | 'to-colon' | 'to-colon-of-word';
  /** Older releases take percent signs as they stand. */
  readonly specifiersSince?: Change | undefined;
  /** systemd takes the line and makes nothing of it (`removed`), or warns that it reads it as another (`obsolete`). */
  readonly status?: 'removed' | 'obsolete';
}

/** How systemd reads the values of some directives: it names the parser functions it mirrors. */
export interface ValueType extends ValueTraits {
  readonly parsers: readonly string[];
  /** Every fault of the value as a whole assignment. Linear in the text; never throws. */
  check(text: string, context: ValueContext): ValueProblem[];
  complete?(text: string, offset: number, context: ValueContext): Completion | undefined;
  describe?(text: string, offset: number, context: ValueContext): Description | undefined;
  /** Of a list only those that touch `near` may be given, where that is told: finding all of ten thousand takes a while. */
  references?(text: string, context: ValueContext, near?: Span): Reference[];
  signature?(context: ValueContext): Signature | undefined;
}
