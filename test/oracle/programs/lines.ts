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

/** What is said of a value; undefined where it was not asked about. */
export type Answer = readonly Message[] | undefined;

/**
 * What the program says at the line of each value, by key. The values of a key stand in one file, a section each, so that a program is
 * started once for hundreds of them. Where a value ends the reading of its file, what follows is asked anew in smaller files: as long as
 * no more than `patience` values of the key have done so.
 */
export function askKeys(
  options: ProgramOptions,
  keys: readonly KeyQuestion[],
  patience = Number.POSITIVE_INFINITY,
): Answer[][] {
  const answers = askTogether(options, keys, { together: TOGETHER, patience });
  const moved = keys.flatMap(({ section, key, values }, at) =>
    values.flatMap((value, index) =>
      answers[at]![index]?.some(({ text }) => OF_OTHERS.test(text))
        ? [{ at, index, section, key, values: [value] }]
        : [],
    ),
  );
  for (const [number, [messages]] of askTogether(options, moved, { together: 1, patience }).entries())
    answers[moved[number]!.at]![moved[number]!.index] = messages;
  return answers;
}

/** What the program says of a line for the sake of one above it. */
const OF_OTHERS = /^(?:Conflicting|Duplicate) /;

interface Files {
  /** How many values stand in a file. */
  readonly together: number;
  readonly patience: number;
}

function askTogether(options: ProgramOptions, keys: readonly KeyQuestion[], { together, patience }: Files): Answer[][] {
  const answers: Answer[][] = keys.map(({ values }) => values.map(() => undefined));
  const stops = keys.map(() => 0);
  let open = keys.flatMap(({ values }, at) => pieces({ at, from: 0, count: values.length }, together));
  while (open.length > 0) {
    const verdicts = askProgram(
      options,
      open.map((rest) => textOf(options.kind, keys[rest.at]!, rest)),
    );
    open = open.flatMap((rest, index) => {
      const { messages, unfinished } = verdicts[index]!;
      const head = linesBefore(options.kind, keys[rest.at]!.section);
      const said = Array.from({ length: rest.count }, (): Message[] => []);
      for (const message of messages) said[Math.floor(((message.line ?? 0) - head - 1) / LINES)]?.push(message);
      const end = unfinished ? said.reduce((last, own, value) => (own.length > 0 ? value + 1 : last), 0) : rest.count;
      // What is said at a header is said of the section.
      for (const [value, own] of said.slice(0, end).entries())
        answers[rest.at]![rest.from + value] = own.filter(({ line = 0 }) => (line - head) % LINES === 0);
      if (end === rest.count || (end === 0 && rest.count === 1)) return [];
      stops[rest.at]! += 1;
      const left = { at: rest.at, from: rest.from + end, count: rest.count - end };
      return stops[rest.at]! > patience ? [] : pieces(left, Math.ceil(left.count / PIECES));
    });
  }
  return answers;
}

/** Into how many files goes what a stopped program has not read. */
const PIECES = 8;

function pieces({ at, from, count }: Rest, size: number): Rest[] {
  const starts = Array.from({ length: Math.ceil(count / size) }, (_, number) => number * size);
  return starts.map((start) => ({ at, from: from + start, count: Math.min(size, count - start) }));
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
