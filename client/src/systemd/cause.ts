import { parse } from '../../../server/src/index.ts';
import type { Failure } from './failure.ts';

/** Where in a file the cause of a failure stands: the assignment, else the first header; offsets into the text. */
export function causeSpan(failure: Failure, text: string): { readonly start: number; readonly end: number } {
  const file = parse(text);
  const assignments = file.sections.flatMap((section) => section.assignments);
  for (const directive of failure.directives) {
    const set = assignments.filter(({ key, value }) => key === directive && value.text.trim() !== '');
    const node = set[failure.index ?? 0] ?? set.at(-1);
    if (node) return node.textSpan;
  }
  return file.sections[0]?.header.textSpan ?? { start: 0, end: 0 };
}
