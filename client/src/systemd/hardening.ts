import { type AssignmentNode, parse } from '../../../server/src/index.ts';
import type { Exposure } from './security.ts';

/** One replacement in a text, and what it stands in for; offsets. */
export interface Hardening {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The value that is set so far; undefined when the directive is new. */
  readonly instead?: string | undefined;
}

/** Directives that have no effect together with another one: with User= set, DynamicUser= uses that static user. */
const spoiledBy: Readonly<Record<string, string | undefined>> = { DynamicUser: 'User' };

/**
 * The edit that puts `KEY=VALUE` into the [Service] section; undefined if it is set already or would have no effect.
 * An existing assignment is changed in place; a list of exclusions (`~`) is merged into an existing one.
 */
export function harden(text: string, assignment: string): Hardening | undefined {
  const sections = parse(text).sections.filter(({ name }) => name === 'Service');
  const last = sections.at(-1);
  if (!last) return undefined;
  const equals = assignment.indexOf('=');
  const [key, value] = [assignment.slice(0, equals), assignment.slice(equals + 1)];
  const assignments = sections.flatMap((section) => section.assignments);
  const set = assignments.filter((other) => other.key === key).at(-1);
  const spoiler = assignments.filter((other) => other.key === spoiledBy[key]).at(-1);
  if (spoiler && spoiler.value.text !== '') return undefined;
  const line = `${assignment}\n`;
  if (!set) return standingBehind(text, last.assignments.at(-1)?.span.end ?? last.header.span.end, line);
  if (!value.startsWith('~')) return instead(text, set, value);
  if (!set.value.text.startsWith('~')) return standingBehind(text, set.span.end, line);
  return joined(set, value.slice(1).split(' '));
}

/** On a line of its own, even where the text ends in the middle of one. */
function standingBehind(text: string, place: number, line: string): Hardening {
  const newline = place > 0 && text[place - 1] !== '\n' ? '\n' : '';
  return { start: place, end: place, text: newline + line };
}

/** The last assignment of a directive counts, so that one is changed. */
function instead(text: string, { textSpan, equals, value }: AssignmentNode, wanted: string): Hardening | undefined {
  if (value.text === wanted) return undefined;
  const blanks = /^[ \t]*/.exec(text.slice(equals + 1, textSpan.end))![0].length;
  return { start: equals + 1 + blanks, end: textSpan.end, text: wanted, instead: value.text };
}

function joined({ textSpan, value }: AssignmentNode, words: readonly string[]): Hardening | undefined {
  const known = new Set(value.text.slice(1).split(/\s+/));
  const fresh = words.filter((word) => !known.has(word));
  if (fresh.length === 0) return undefined;
  return { start: textSpan.end, end: textSpan.end, text: ` ${fresh.join(' ')}` };
}

/** Directives that rarely break a service, in the order in which one would write them. */
const gentle = [
  ...['NoNewPrivileges', 'ProtectSystem', 'PrivateTmp', 'ProtectHome', 'PrivateDevices', 'ProtectKernelModules'],
  ...['ProtectKernelTunables', 'ProtectControlGroups', 'RestrictSUIDSGID', 'LockPersonality'],
];

/** Exposures with a remedy that this text does not contain yet. */
export const closable = (exposures: readonly Exposure[], text: string): Exposure[] =>
  exposures.filter(({ exposure, remedy }) => exposure > 0 && remedy !== undefined && harden(text, remedy));

/** Those that rarely break a service first, then the highest exposure. */
export const gentleFirst = (exposures: readonly Exposure[]): Exposure[] =>
  [...exposures].sort((a, b) => rank(a) - rank(b) || b.exposure - a.exposure);

function rank({ name }: Exposure): number {
  const place = gentle.indexOf(name.slice(0, -1));
  return place < 0 ? gentle.length : place;
}
