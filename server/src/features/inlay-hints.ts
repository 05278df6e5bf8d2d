import type { JudgedAssignment, JudgedFile } from '../engine/judged-file.ts';
import { toSource, toSourceSpan } from '../syntax/value.ts';
import { codeSpan } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import { loadUnit } from '../units/loaded-unit.ts';
import { serviceType } from '../units/service-type.ts';
import { formatMode, parseMode } from '../values/basic/mode.ts';
import { expandSpecifiers } from '../values/specifiers.ts';
import { nextElapse } from '../values/time/calendar-next.ts';
import { parseCalendar } from '../values/time/calendar-parse.ts';
import { formatTimespan, parseTimespan } from '../values/time/timespan.ts';
import { formatTimestamp } from '../values/time/timestamp.ts';
import { quantityOf } from '../values/traits.ts';
import type { Directive } from '../values/value-type.ts';
import type { Document } from './document.ts';
import { calendarMarkdown } from './hover/calendar.ts';

/** Which hints are wanted; settings of the same names below `systemdUnits.inlayHints`. */
export interface InlayHintSettings {
  readonly nextElapse: boolean;
  readonly timeSpans: boolean;
  readonly modes: boolean;
  readonly serviceType: boolean;
  readonly specifiers: boolean;
}

interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** What a value comes to, beside it, within a range. */
export function inlayHints(document: Document, range: Span, settings: InlayHintSettings, now: number): InlayHint[] {
  const { judged } = document;
  if (!judged || judged.source.identity.isSource) return [];
  const hints = judged.assignments.flatMap((assignment) => hintOf(assignment, settings, now) ?? []);
  const expanded = settings.specifiers ? expansions(document) : [];
  const type = settings.serviceType ? typeHint(judged) : undefined;
  return [...(type ? [type] : []), ...hints, ...expanded].filter(
    ({ offset }) => range.start <= offset && offset <= range.end,
  );
}

function hintOf(assignment: JudgedAssignment, settings: InlayHintSettings, now: number): InlayHint | undefined {
  const { directive, node, accepted } = assignment;
  const { text } = node.value;
  if (!directive || !accepted || text === '' || text.includes('%')) return undefined;
  const said = wordsFor(directive, text, settings, now);
  return said && { offset: toSource(node.value, text.length), ...said };
}

type Said = Pick<InlayHint, 'label' | 'tooltip'>;

function wordsFor(directive: Directive, text: string, settings: InlayHintSettings, now: number): Said | undefined {
  const quantity = quantityOf(directive);
  if (quantity === 'mode' && settings.modes) return modeWords(directive.key, text);
  if (quantity === 'calendar' && settings.nextElapse) return elapseWords(text, now);
  return quantity === 'time' && settings.timeSpans ? spanWords(text) : undefined;
}

function elapseWords(text: string, now: number): Said | undefined {
  const spec = parseCalendar(text);
  if ('fault' in spec) return undefined;
  const next = nextElapse(spec, { time: Math.floor(now), microsecond: 0 });
  const tooltip = calendarMarkdown(spec, now);
  return { label: next ? `next: ${formatTimestamp(next.time)}` : 'never elapses again', tooltip };
}

/** A bare number of a minute or more in units; several parts as one number of seconds. */
function spanWords(text: string): Said | undefined {
  const span = parseTimespan(text);
  if ('fault' in span || span.amount === 'infinity' || span.amount < 60_000_000n) return undefined;
  const normal = formatTimespan(span.amount);
  if (span.parts.some(({ unit }) => unit === undefined)) {
    return { label: `= ${normal}`, tooltip: 'A number without unit counts seconds.' };
  }
  if (span.parts.length < 2) return undefined;
  return { label: `= ${(Number(span.amount) / 1e6).toLocaleString('en')} s`, tooltip: normal };
}

function modeWords(key: string, text: string): Said | undefined {
  const mode = parseMode(text);
  if (typeof mode !== 'number') return undefined;
  if (key !== 'UMask') return { label: formatMode(mode), tooltip: 'User, group, others.' };
  const folders = formatMode(0o777 & ~mode);
  return { label: `files ${formatMode(0o666 & ~mode)}`, tooltip: `New folders: ${folders}` };
}

/** The Type= a service has when it says none. */
function typeHint(judged: JudgedFile): InlayHint | undefined {
  const { identity: kind, tree } = judged.source;
  if (kind.kind !== 'service' || kind.role !== 'fragment') return undefined;
  const header = tree.sections.find(({ name }) => name === 'Service')?.header;
  const unit = loadUnit([judged]);
  if (!header || unit.value('Service', 'Type') !== undefined) return undefined;
  return {
    offset: header.textSpan.end,
    label: `Type=${serviceType(unit)}`,
    tooltip: 'The type of a service that does not set Type=.',
  };
}

/** What a specifier stands for, shown behind it. */
interface Expansion {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** Specifiers that follow from the unit's name; in a template those of the instance are not known. */
const OF_NAME = /%(?:([nNpPijJIf])|%)/g;

function expansions({ judged, version }: Document): Expansion[] {
  const kind = judged?.source.identity;
  if (!judged || !kind?.unit) return [];
  const isTemplate = kind.unit.instance === '';
  const context = { unit: kind.unit, manager: kind.manager, kind: kind.kind, version };
  const tooltip = `In ${codeSpan(kind.unit.text)}.`;
  return judged.sections.flatMap(({ assignments }) =>
    assignments.flatMap(({ node: { value } }): Expansion[] =>
      [...value.text.matchAll(OF_NAME)].flatMap(({ index, 0: specifier, 1: letter = '' }) => {
        if (letter === '' || (isTemplate && 'niINf'.includes(letter))) return [];
        const { text } = expandSpecifiers(specifier, context);
        const { end } = toSourceSpan(value, index, index + specifier.length);
        return text === '' || text === specifier ? [] : [{ offset: end, label: text, tooltip }];
      }),
    ),
  );
}
