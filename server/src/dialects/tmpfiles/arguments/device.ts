import type { Field, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { quotedText, refusedLine } from '../../lines/problems.ts';
import { DROPS } from '../drops.ts';

/** `parse_devnum()`, src/basic/devnum-util.c: twelve bits, then twenty. */
export function checkDevice(argument: Field): LineProblem[] {
  const [, major, minor] = /^(\d+):[ \t]*\+?(\d+)$/.exec(argument.text) ?? [];
  if (major !== undefined && Number(major) < 2 ** 12 && Number(minor) < 2 ** 20) return [];
  return [
    refusedLine(
      argument,
      `${quotedText(argument.text)} are not the numbers of a device; ${DROPS}. Write major and minor, like 1:3.`,
    ),
  ];
}
