import { readWords } from '../../syntax/words.ts';
import { formatMode, parseMode } from '../../values/basic/mode.ts';
import { parseSignal, signalName } from '../../values/basic/signals.ts';
import { parseBoolean } from '../../values/boolean.ts';
import { readCommandLine } from '../../values/exec/command-line.ts';
import { parseSize } from '../../values/numbers/sizes.ts';
import { formatCalendar } from '../../values/time/calendar-format.ts';
import { parseCalendar } from '../../values/time/calendar-parse.ts';
import { formatTimespan, parseTimespan } from '../../values/time/timespan.ts';
import { isAdditive, quantityOf, traitsOf } from '../../values/traits.ts';
import type { Directive, ValueContext } from '../../values/value-type.ts';
import { wordsOf } from '../value-form.ts';

/**
 * A value as one writes it in just one way: two values mean the same if their normal forms are equal. Where nothing is known
 * of the form of a value, it is the text itself. A list has one form for each of its entries.
 */
export function normalForms(text: string, context: ValueContext): readonly string[] {
  const { directive, version } = context;
  if (traitsOf(directive)?.holds === 'command') return commandForms(text, version);
  if (isSetOfWords(directive)) return wordForms(text).map(/Paths$/.test(directive.key) ? pathForm : (word) => word);
  if (/^(?:Pass|Unset)?Environment$/.test(directive.key)) return wordForms(text);
  return [scalarForm(text.trim(), context)];
}

/** Whether each word stands for itself, wherever it is. systemd sorts the paths of a mount namespace by itself. */
export const isSetOfWords = (directive: Directive): boolean =>
  isAdditive(directive) || /^(?:ReadWrite|ReadOnly|Inaccessible|Exec|NoExec)Paths$/.test(directive.key);

/** Words of a list, quotes and escapes resolved. */
function wordForms(text: string): string[] {
  const { words, fault } = readWords(text, { unquote: true, cunescape: true, unescapeRelax: true });
  return fault ? [text.trim()] : words.map((word) => word.text);
}

/** `path_simplify()` of src/basic/path-util.c. */
const pathForm = (text: string): string => text.replaceAll(/\/{2,}/g, '/').replace(/(?<=[^/+-])\/$/, '');

/** One line may hold several commands. */
function commandForms(text: string, version: number): string[] {
  const { commands, fault } = readCommandLine(text, version);
  if (fault || commands.some((command) => command.fault)) return [text.trim()];
  return commands.map(({ first, rest }) => [first, ...rest].map((word) => quotedWord(word.text)).join(' '));
}

const quotedWord = (text: string): string =>
  text !== '' && !/[\s"'\\;]/.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

function scalarForm(text: string, context: ValueContext): string {
  const { directive } = context;
  if (text.includes('%')) return text;
  const quantity = quantityOf(directive);
  const form = quantity === undefined ? undefined : quantityForm(text, quantity);
  if (form !== undefined) return form;
  if (directive.placeholder === 'BOOLEAN') {
    const flag = parseBoolean(text);
    if (flag !== undefined) return flag ? 'yes' : 'no';
  }
  if (directive.placeholder === 'SIGNAL') {
    const signal = parseSignal(text);
    if (signal !== undefined) return signalName(signal);
  }
  return memoryForm(text, directive.key) ?? wordForm(text, context);
}

function quantityForm(text: string, quantity: NonNullable<ReturnType<typeof quantityOf>>): string | undefined {
  switch (quantity) {
    case 'time': {
      const span = parseTimespan(text);
      return 'fault' in span ? undefined : formatTimespan(span.amount);
    }
    case 'nanoseconds': {
      const span = parseTimespan(text, { resolution: 'ns', defaultUnit: 'ns' });
      return 'fault' in span ? undefined : `${span.amount}ns`;
    }
    case 'calendar': {
      const spec = parseCalendar(text);
      return 'fault' in spec ? undefined : formatCalendar(spec);
    }
    case 'size':
      return sizeForm(text);
    case 'mode': {
      const mode = parseMode(text);
      return typeof mode === 'number' ? formatMode(mode) : undefined;
    }
  }
}

function sizeForm(text: string): string | undefined {
  const size = parseSize(text);
  return typeof size === 'bigint' ? String(size) : undefined;
}

/** Limits of memory are a size, or a share, or `infinity`. */
const memoryForm = (text: string, key: string): string | undefined =>
  /^(?:Startup|Default)?Memory\w+$/.test(key) && /^\d/.test(text) ? sizeForm(text) : undefined;

/** Of a fixed set of words, the one that is usual: `true` is `yes`. */
function wordForm(text: string, context: ValueContext): string {
  const words = wordsOf(context);
  if (words.length === 0) return text;
  const flag = words.some(({ label }) => label === 'yes') ? parseBoolean(text) : undefined;
  if (flag !== undefined) return flag ? 'yes' : 'no';
  const found = context.directive.valueType?.describe?.(text, 0, context);
  const isWhole = found?.start === 0 && found.end === text.length;
  return (isWhole && found.manualValue) || text;
}
