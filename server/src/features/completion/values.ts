import type { Directive } from '../../schema/directives.ts';
import type { UnitName } from '../../schema/unit-name.ts';
import type { AssignmentNode } from '../../syntax/tree.ts';
import { toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import { contextOf } from '../../units/judged-file.ts';
import { partnerNames } from '../../units/unit-index.ts';
import { valueTypeOf } from '../../values/registry.ts';
import { specifiersOf } from '../../values/specifiers.ts';
import type { Candidate, CandidateSource, Completion } from '../../values/value-type.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { CompletionItem } from './item.ts';

interface ValuePlace {
  readonly node: AssignmentNode;
  readonly directive: Directive;
  /** Offset in the value's text. */
  readonly offset: number;
}

/** What can stand at a place of a value: specifiers after `%`, else what the directive's value type offers. */
export function completeValue(document: Document, place: ValuePlace, environment: Environment): CompletionItem[] {
  const { node, directive, offset } = place;
  const { judged } = document;
  if (!judged) return [];
  const { text } = node.value;
  if (isAfterPercent(text, offset)) {
    return specifierItems(document.version, toSourceSpan(node.value, offset - 1, offset));
  }
  const context = contextOf(directive, judged.source.kind, document.version);
  const completion = valueTypeOf(directive)?.complete?.(text, offset, context);
  if (!completion) return [];
  const span = toSourceSpan(node.value, completion.start, completion.end);
  const ranked = (candidate: Candidate, rank: number): CompletionItem => {
    const { insert, ...rest } = candidate;
    return { ...rest, insert: insert ?? candidate.label, span, rank, help: helpOf(candidate, directive) };
  };
  return [
    ...completion.items.map((candidate, index) => ranked(candidate, index)),
    ...sourceCandidates(completion, document, environment).map(([candidate, rank]) => ranked(candidate, 1000 + rank)),
  ];
}

const isAfterPercent = (text: string, offset: number): boolean => {
  let percents = 0;
  while (text[offset - 1 - percents] === '%') percents++;
  return percents % 2 === 1;
};

function specifierItems(version: number, span: Span): CompletionItem[] {
  return specifiersOf(version).map(({ letter }, index) => ({
    label: `%${letter}`,
    kind: 'specifier',
    insert: `%${letter}`,
    span,
    rank: index,
    help: { of: 'specifier', letter },
  }));
}

function helpOf(candidate: Candidate, directive: Directive): CompletionItem['help'] {
  if (candidate.documentation !== undefined) return undefined;
  if (candidate.kind === 'unit') return { of: 'unit', name: candidate.label };
  const { page, section, key } = directive;
  return { of: 'value', page, section, key, value: candidate.label };
}

type Ranked = readonly [candidate: Candidate, rank: number];

function sourceCandidates(completion: Completion, document: Document, environment: Environment): Ranked[] {
  return (completion.sources ?? []).flatMap((source): Ranked[] => {
    switch (source.type) {
      case 'unit':
        return unitCandidates(source, document, environment);
      case 'user':
        return environment.users.map((label) => [{ label, kind: 'user' }, 0]);
      case 'group':
        return environment.groups.map((label) => [{ label, kind: 'user' }, 0]);
      default:
        return [];
    }
  });
}

/** Units by name: the partner of the same name first, then the workspace's, then the machine's; templates once. */
function unitCandidates(
  { kinds }: Extract<CandidateSource, { type: 'unit' }>,
  document: Document,
  { units }: Environment,
): Ranked[] {
  const own = document.judged?.source.kind.unit;
  const partners = new Set(own ? partnerNames(own).map((name) => name.text) : []);
  return units
    .names(kinds)
    .filter((name) => name.text !== own?.text)
    .map((name): Ranked => {
      const inWorkspace = units.get(name.text)?.fragments[0]?.origin === 'workspace';
      const rank = partners.has(name.text) ? 0 : inWorkspace ? 1 : 2;
      return [{ label: name.text, kind: 'unit', detail: detailOf(name, inWorkspace) }, rank];
    });
}

function detailOf(name: UnitName, inWorkspace: boolean): string {
  const where = inWorkspace ? 'in this workspace' : 'on this machine';
  return name.instance === '' ? `template ${where}` : where;
}
