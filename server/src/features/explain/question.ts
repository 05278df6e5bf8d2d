import { kindOfSection, sectionsOf, type UnitKind, unitKinds } from '../../schema/kinds.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { findDirective, sectionsWith } from '../../units/unit-directives.ts';
import type { Candidate, ValueContext } from '../../values/value-type.ts';
import { createDocument, type Document } from '../document.ts';
import type { Environment } from '../environment.ts';

export interface Explanation {
  readonly kind:
    | 'manual page'
    | 'specifier'
    | 'variable'
    | 'section'
    | 'directive'
    | 'value'
    | 'unit'
    | 'unit type'
    | 'exit status'
    | 'number'
    | 'size'
    | 'signal'
    | 'state'
    | 'concept'
    | 'comparison'
    | 'rule'
    | 'search'
    | 'changes'
    | 'cron schedule'
    | 'calendar event'
    | 'time span';
  readonly markdown: string;
}

export interface Question {
  readonly topic: string;
  readonly version: number;
  readonly environment: Environment;
}

/** Answers what it knows of, and is silent on all else. */
export type Explainer = (question: Question) => Explanation | undefined | Promise<Explanation | undefined>;

export const said = (kind: Explanation['kind'], markdown: string | undefined): Explanation | undefined =>
  markdown === undefined ? undefined : { kind, markdown };

/** A directive as the target knows it, else as the newest version does; in the section named, or where it is used most. */
export function contextFor(
  key: string | undefined,
  section: string | undefined,
  version: number,
): ValueContext | undefined {
  if (!key) return undefined;
  const [first] = section === undefined ? sectionsWith(key).sort((a, b) => usage(a) - usage(b)) : [section];
  const directive = first && (findDirective(first, key, version) ?? findDirective(first, key, NEWEST_VERSION));
  return directive ? { directive, version, manager: 'system', kind: kindFor(first), unit: undefined } : undefined;
}

const usage = (section: string): number => ['Service', 'Unit', 'Timer', 'Socket'].indexOf(section) & 7;

const kindFor = (section: string): UnitKind =>
  kindOfSection(section) ?? unitKinds.find((kind) => sectionsOf(kind).includes(section)) ?? 'service';

/** A file that holds one assignment, and where its value begins. */
export function documentOf(context: ValueContext, value: string): { document: Document; offset: number } {
  const { directive, kind, version } = context;
  const start = `[${directive.section}]\n${directive.key}=`;
  return { document: createDocument(`${start}${value}\n`, { path: `/unit.${kind}`, version }), offset: start.length };
}

/** What may be written of a directive's value without looking at the machine. */
export const candidatesOf = (context: ValueContext): readonly Candidate[] =>
  context.directive.valueType?.complete?.('', 0, context)?.items ?? [];

/** The words a directive takes. */
export const wordsOf = (context: ValueContext): readonly Candidate[] =>
  candidatesOf(context).filter(({ kind }) => kind === 'keyword');
