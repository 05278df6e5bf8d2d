import type { ValueContext } from './value-type.ts';
import type { Span } from '../text/span.ts';

/** One specifier of systemd.unit(5), "Specifiers". */
export interface Specifier {
  readonly letter: string;
  /** First systemd version that knows it, where that matters. */
  readonly from?: number;
  /** The last version that knows it. */
  readonly to?: number;
  /** A value it may have at run time, near enough to judge the text it becomes part of. */
  sample(context: SpecifierContext): string;
}

export type SpecifierContext = Pick<ValueContext, 'unit' | 'manager' | 'kind' | 'version'>;

/** Text with its specifiers replaced; each character knows where it came from. */
export interface Expansion {
  readonly text: string;
  /** Source offset of each character of `text`, and one more for its end. Undefined when nothing was replaced. */
  readonly offsets?: readonly number[];
  /** Specifiers this version does not know. */
  readonly unknown: readonly (Span & { readonly letter: string })[];
}

const byManager =
  (system: string, user: string) =>
  (context: SpecifierContext): string =>
    context.manager === 'user' ? user : system;

const unitStem = (context: SpecifierContext): string => {
  const name = context.unit?.text ?? `unit.${context.kind}`;
  return name.slice(0, name.lastIndexOf('.'));
};

const prefixOf = (context: SpecifierContext): string => context.unit?.prefix ?? unitStem(context);

/** systemd judges a template as an instance of it: `i` until 252, `test_instance` since. */
const instanceOf = (context: SpecifierContext): string => {
  const instance = context.unit?.instance;
  if (instance !== '') return instance ?? '';
  return context.version < 253 ? 'i' : 'test_instance';
};

const lastPart = (text: string): string => text.slice(text.lastIndexOf('-') + 1);

const unescape = (text: string): string =>
  text.replace(/-/g, '/').replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const ID = '0123456789abcdef0123456789abcdef';

const specifiers: readonly Specifier[] = [
  { letter: 'a', sample: () => 'x86-64' },
  { letter: 'A', sample: () => '1' },
  { letter: 'b', sample: () => ID },
  { letter: 'B', sample: () => '1' },
  { letter: 'C', sample: byManager('/var/cache', '/root/.cache') },
  { letter: 'd', sample: () => '/run/credentials/unit' },
  { letter: 'D', from: 255, sample: byManager('/usr/share', '/root/.local/share') },
  { letter: 'E', sample: byManager('/etc', '/root/.config') },
  { letter: 'f', sample: (context) => `/${unescape(instanceOf(context) || prefixOf(context))}` },
  { letter: 'g', sample: () => 'root' },
  { letter: 'G', sample: () => '0' },
  { letter: 'h', sample: () => '/root' },
  { letter: 'H', sample: () => 'host' },
  { letter: 'i', sample: instanceOf },
  { letter: 'I', sample: (context) => unescape(instanceOf(context)) },
  { letter: 'j', sample: (context) => lastPart(prefixOf(context)) },
  { letter: 'J', sample: (context) => unescape(lastPart(prefixOf(context))) },
  { letter: 'l', sample: () => 'host' },
  { letter: 'L', sample: byManager('/var/log', '/root/.local/state/log') },
  { letter: 'm', sample: () => ID },
  { letter: 'M', sample: () => 'image' },
  { letter: 'n', sample: (context) => `${unitStem(context)}.${context.kind}` },
  { letter: 'N', sample: unitStem },
  { letter: 'o', sample: () => 'debian' },
  { letter: 'p', sample: prefixOf },
  { letter: 'P', sample: (context) => unescape(prefixOf(context)) },
  { letter: 'q', sample: () => 'Host' },
  { letter: 's', sample: () => '/bin/bash' },
  { letter: 'S', sample: byManager('/var/lib', '/root/.local/state') },
  { letter: 't', sample: byManager('/run', '/run/user/0') },
  { letter: 'T', sample: () => '/tmp' },
  { letter: 'u', sample: () => 'root' },
  { letter: 'U', sample: () => '0' },
  { letter: 'v', sample: () => '6.1.0' },
  { letter: 'V', sample: () => '/var/tmp' },
  { letter: 'w', sample: () => '13' },
  { letter: 'W', sample: () => 'server' },
  { letter: 'y', sample: (context) => `/etc/systemd/system/${unitStem(context)}.${context.kind}` },
  { letter: 'Y', sample: () => '/etc/systemd/system' },
];

const byLetter = new Map(specifiers.map((specifier) => [specifier.letter, specifier]));

/** The specifiers a version knows. */
export const specifiersOf = (version: number): Specifier[] =>
  specifiers.filter(({ from = 0, to = Number.POSITIVE_INFINITY }) => from <= version && version <= to);

/** The specifier of a letter, if this version knows it. */
export function findSpecifier(letter: string, version: number): Specifier | undefined {
  const found = byLetter.get(letter);
  return found && (found.from ?? 0) <= version && version <= (found.to ?? Number.POSITIVE_INFINITY) ? found : undefined;
}

/**
 * Replaces specifiers as `specifier_printf()` (src/shared/specifier.c) does: `%%` is a percent sign, a percent sign
 * before anything but a letter or digit stands for itself, an unknown letter is a fault.
 */
export function expandSpecifiers(text: string, context: SpecifierContext): Expansion {
  if (!text.includes('%')) return { text, unknown: [] };
  const parts: string[] = [];
  const offsets: number[] = [];
  const unknown: (Span & { letter: string })[] = [];
  const push = (part: string, from: number, step: 0 | 1): void => {
    parts.push(part);
    for (let i = 0; i < part.length; i++) offsets.push(from + i * step);
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] === '%' ? (text[at + 1] ?? '') : '';
    if (letter === '%') push('%', at++, 1);
    else if (!/^[0-9A-Za-z]$/.test(letter)) push(text[at]!, at, 1);
    else {
      const specifier = findSpecifier(letter, context.version);
      if (specifier) push(specifier.sample(context), at, 0);
      else unknown.push({ start: at, end: at + 2, letter });
      at++;
    }
  }
  offsets.push(text.length);
  return { text: parts.join(''), offsets, unknown };
}

/** The range in the unexpanded text for a range of the expanded one. */
export function unexpandedSpan(expansion: Expansion, start: number, end: number): Span {
  if (!expansion.offsets) return { start, end };
  return { start: expansion.offsets[start]!, end: Math.max(expansion.offsets[start]!, expansion.offsets[end]!) };
}
