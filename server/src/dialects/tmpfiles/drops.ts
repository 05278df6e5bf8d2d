import type { Field, LineContext, LineProblem } from '../../engine/lines/line-dialect.ts';
import { refusedLine } from '../lines/problems.ts';
import { unknownSpecifiers } from '../lines/specifiers.ts';
import { specifiers } from './line-types.ts';

/** What a bad line costs. */
export const DROPS = 'systemd-tmpfiles drops this line';

/** Specifiers of a field that the release does not replace. */
export function checkSpecifiers(field: Field, { version }: LineContext): LineProblem[] {
  const { text, start, end } = field;
  return unknownSpecifiers(text, specifiers, version).map((each) => {
    // Quotes and escapes move what stands behind them.
    const isPlain = end - start === text.length;
    const span = isPlain ? { start: start + each.start, end: start + each.end } : field;
    const from = specifiers.get(each.letter)?.from;
    const why =
      from === undefined
        ? `%${each.letter} is not a specifier of tmpfiles.d`
        : `Before systemd ${from}, %${each.letter} is not a specifier of tmpfiles.d`;
    return refusedLine(span, `${why}; ${DROPS}. Write %% for a percent sign.`);
  });
}
