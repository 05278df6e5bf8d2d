import { contextOf } from '../../engine/judged-file.ts';
import type { Target } from '../../schema/targets.ts';
import { valuesWritten } from '../../schema/usage.ts';
import { toSource, toSourceSpan } from '../../syntax/value.ts';
import type { Span } from '../../text/span.ts';
import { quantityOf, traitsOf } from '../../values/traits.ts';
import type { Candidate, Completion, Directive, ValueContext } from '../../values/value-type.ts';
import { wordAround } from '../../values/word-list.ts';
import { availability, availableInShort } from '../availability.ts';
import { type Document, inRelease } from '../document.ts';
import type { Environment } from '../environment.ts';
import { isAfterPercent, specifierItems } from './complete-specifiers.ts';
import type { CompletionItem, Ranked, ValuePlace } from './completion-item.ts';
import { knownWords } from './known-words.ts';
import { sourceCandidates } from './sources.ts';

/** What can stand at a place of a value: specifiers after `%`, else what the directive's value type offers. */
export async function completeValue(
  document: Document,
  place: ValuePlace,
  source: number,
  environment: Environment,
): Promise<CompletionItem[]> {
  const { judged, version } = document;
  if (!judged) return [];
  const { node, directive } = place;
  const context = contextOf(directive, judged.source.identity, version);
  const { text, offset, spanOf } = textAt(document, place, source);
  if (isAfterPercent(text, offset))
    return specifierItems(context, spanOf({ start: offset - 1, end: offset }), environment.targets);
  const completion = candidatesAt(text, offset, context, environment);
  if (!completion) return [];
  const span = spanOf(completion);
  const typed = text.slice(completion.start, offset);
  const item = ([candidate, rank]: Ranked): CompletionItem => {
    const placed = { ...candidate, insert: candidate.insert ?? candidate.label, span, rank };
    const help = helpOf(candidate, directive);
    return help ? { ...placed, help } : placed;
  };
  const offeredBy = offeredAt({ text, offset, document, context });
  const own = ranked(completion.items, valuesWritten(context)).map(markedFor(environment.targets, offeredBy));
  const offered = new Set(completion.items.map(({ label }) => label));
  const found = await sourceCandidates(completion, { document, context, typed, node, environment });
  const sources = found.filter(([{ label }]) => !offered.has(label));
  return [...own, ...sources.map(([candidate, rank]): Ranked => [candidate, 1000 + rank])].map(item);
}

/** Values that not all targets have come after those they have. */
const NOT_FOR_ALL = 2000;

const markedFor =
  (targets: readonly Target[] | undefined, offeredBy: OfferedBy) =>
  ([candidate, rank]: Ranked): Ranked => {
    const having = targets?.filter(({ version }) => offeredBy(version));
    const some = availability(having, (version) => offeredBy(version)?.has(candidate.label) ?? false);
    return some ? [{ ...candidate, detail: availableInShort(some) }, NOT_FOR_ALL + rank] : [candidate, rank];
  };

/** The words a release takes at a place; undefined of one that does not have the directive. */
type OfferedBy = (version: number) => ReadonlySet<string> | undefined;

/** Each release is asked once. */
function offeredAt({ text, offset, document, context }: Asked): OfferedBy {
  const known = new Map<number, ReadonlySet<string> | undefined>();
  return (version) => {
    if (!known.has(version)) {
      const there = inRelease(document, context, version);
      const items = there?.directive.valueType?.complete?.(text, offset, there)?.items ?? [];
      known.set(version, there && new Set(items.map(({ label }) => label)));
    }
    return known.get(version);
  };
}

interface Asked {
  readonly text: string;
  readonly offset: number;
  readonly document: Document;
  readonly context: ValueContext;
}

/** Marks before a value come after what there is of values. */
const PREFIX = 5000;

/** What units write most comes first; the others keep their order. */
function ranked(items: readonly Candidate[], written: ReadonlyMap<string, number>): Ranked[] {
  const usual = [...written.keys()];
  return items.map((candidate, index) => {
    const place = usual.indexOf(candidate.label);
    if (candidate.kind === 'prefix') return [candidate, PREFIX + index];
    return [candidate, place < 0 ? usual.length + index : place];
  });
}

/** What the value type knows, and what goes beyond it. */
function candidatesAt(
  text: string,
  offset: number,
  context: ValueContext,
  environment: Environment,
): Completion | undefined {
  const completion =
    manualPageCandidates(text, offset, context, environment) ??
    unitOfTime(text, offset, context) ??
    context.directive.valueType?.complete?.(text, offset, context);
  const isKnowing = completion?.items.length || completion?.sources?.some(({ type }) => type !== 'specifier');
  return isKnowing ? completion : (knownWords(text, offset, context) ?? completion);
}

interface TextAt {
  readonly text: string;
  readonly offset: number;
  spanOf(span: Span): Span;
}

/** Blanks after the last word are no part of a value, but where one is about to write the next. */
function textAt(document: Document, { node, offset }: ValuePlace, source: number): TextAt {
  const { value } = node;
  const end = toSource(value, value.text.length);
  const between = source > end ? document.text.slice(end, source) : '';
  if (offset < value.text.length || value.text === '' || !/^[ \t]/.test(between.replace(/\\\r?\n/g, ' '))) {
    const spanOf = ({ start, end: stop }: Span) =>
      value.text === '' ? { start: source, end: source } : toSourceSpan(value, start, stop);
    return { text: value.text, offset, spanOf };
  }
  const at = value.text.length + 1;
  return {
    text: `${value.text} `,
    offset: at,
    spanOf: ({ start, end: stop }) =>
      start >= at
        ? { start: source, end: source }
        : { ...toSourceSpan(value, start, Math.min(stop, at - 1)), end: source },
  };
}

function helpOf(candidate: Candidate, directive: Directive): CompletionItem['help'] {
  if (candidate.documentation !== undefined) return undefined;
  if (candidate.kind === 'unit') return { of: 'unit', name: candidate.label };
  if (candidate.kind === 'variable') return { of: 'variable', name: candidate.label };
  if (candidate.kind === 'path' || candidate.kind === 'user') return undefined;
  const { page, section, key } = directive;
  return { of: 'value', page, section, key, value: candidate.label };
}

const units: readonly Candidate[] = [
  ['s', 'seconds'],
  ['min', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['month', 'months of 30.44 days'],
  ['y', 'years of 365.25 days'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
].map(([label = '', detail = '']): Candidate => ({ label, detail, kind: 'keyword', documentation: '' }));

/** The units of time, after a number of a time span: systemd.time(7). */
function unitOfTime(text: string, offset: number, { directive }: ValueContext): Completion | undefined {
  const quantity = quantityOf(directive);
  if (quantity !== 'time' && quantity !== 'nanoseconds') return undefined;
  let start = offset;
  while (start > 0 && /[a-z]/.test(text[start - 1]!)) start--;
  const letters = text.slice(start, offset);
  if (!/[\d.] ?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const rest = /^[a-z]*/.exec(text.slice(offset))![0];
  return { start: offset - letters.length, end: offset + rest.length, items: units };
}

/** `man:` in Documentation=: the pages of the manual. */
function manualPageCandidates(
  text: string,
  offset: number,
  { directive }: ValueContext,
  { manual }: Environment,
): Completion | undefined {
  if (traitsOf(directive)?.holds !== 'documents' || !manual) return undefined;
  const word = wordAround(text, offset);
  if (!text.startsWith('man:', word.start)) return undefined;
  const items = manual.pages().map(({ name, section, description }) => ({
    label: `man:${name}(${section})`,
    kind: 'value' as const,
    documentation: '',
    ...(description === undefined ? {} : { detail: description }),
  }));
  return { ...word, items };
}
