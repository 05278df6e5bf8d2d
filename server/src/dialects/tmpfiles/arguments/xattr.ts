import type { Field, LineContext, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { readWords } from '../../../syntax/words.ts';
import { ignoredPart, quotedText } from '../../lines/problems.ts';
import { checkSpecifiers } from '../drops.ts';

/** `parse_xattrs_from_arg()`: words NAME=VALUE. What is wrong in one of them is told, and the rest is set. */
export function checkExtendedAttributes(argument: Field, context: LineContext): LineProblem[] {
  const { text, start, end } = argument;
  const unknown = checkSpecifiers(argument, context);
  if (unknown.length > 0) return unknown;
  const { words, fault } = readWords(text, { unquote: true, cunescape: true, version: context.version });
  const wrong = words
    .filter((word) => !/^[^=]+=[\s\S]/.test(word.text))
    .map((word) => {
      const span = { start: start + word.start, end: start + word.end };
      return ignoredPart(
        span,
        `${quotedText(word.text)} is not NAME=VALUE; systemd-tmpfiles ignores it. Write a name, like user.name=value.`,
      );
    });
  if (!fault) return wrong;
  const rest = { start: start + fault.start, end };
  return [
    ...wrong,
    ignoredPart(
      rest,
      'A quote or backslash is wrong here; systemd-tmpfiles ignores this attribute and those behind it.',
    ),
  ];
}
