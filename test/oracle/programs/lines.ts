import type { Message } from '../messages.ts';
import { askProgram, type ProgramOptions } from './ask.ts';
import { headOf } from './question.ts';

/** Assignments of one key, each judged by itself. */
export interface KeyQuestion {
  readonly section: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** What is left to be asked of a key, from a value on. */
interface Rest {
  readonly at: number;
  readonly from: number;
  readonly count: number;
}

/**
 * What the program says at the line of each value, by key. The values of a key stand in one file, a section each, so that a program is
 * started once for hundreds of them. Where a value ends the reading of its file the rest is asked anew.
 */
export function askKeys(options: ProgramOptions, keys: readonly KeyQuestion[]): Message[][][] {
  const answers: Message[][][] = keys.map(({ values }) => values.map(() => []));
  let open: Rest[] = keys.flatMap(({ values }, at) =>
    values.flatMap((_, from) =>
      from % TOGETHER === 0 ? [{ at, from, count: Math.min(TOGETHER, values.length - from) }] : [],
    ),
  );
  while (open.length > 0) {
    const verdicts = askProgram(
      options,
      open.map((rest) => textOf(options.kind, keys[rest.at]!, rest)),
    );
    open = open.flatMap((rest, index) => {
      const { messages, unfinished } = verdicts[index]!;
      const head = linesBefore(options.kind, keys[rest.at]!.section);
      const valueAt = (line: number): number => rest.from + Math.floor((line - head - 1) / LINES);
      let last = -1;
      for (const message of messages) {
        if (message.line === undefined || message.line <= head) continue;
        const value = valueAt(message.line);
        last = Math.max(last, value);
        // What is said at a header is said of the section.
        if ((message.line - head) % LINES === 0) answers[rest.at]![value]?.push(message);
      }
      return unfinished ? restAfter(rest, last) : [];
    });
  }
  return answers;
}

/** What to ask next when a file was not read to its end: what follows the last value of which something was said, else halves. */
function restAfter({ at, from, count }: Rest, last: number): Rest[] {
  if (last >= from) return from + count > last + 1 ? [{ at, from: last + 1, count: from + count - last - 1 }] : [];
  const half = count >> 1;
  return half === 0 ? [] : [{ at, from, count: half }, { at, from: from + half, count: count - half }];
}

/** Of some things a program takes no more than 128. */
const TOGETHER = 100;

/** A header and an assignment a value. */
const LINES = 2;

const linesBefore = (kind: string, section: string): number => headOf(kind, section).split('\n').length - 1;

const textOf = (kind: string, { section, key, values }: KeyQuestion, { from, count }: Rest): string =>
  headOf(kind, section) +
  values
    .slice(from, from + count)
    .map((value) => `[${section}]\n${key}=${value}`)
    .join('\n');
