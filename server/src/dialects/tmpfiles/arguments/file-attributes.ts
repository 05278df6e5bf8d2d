import type { Field, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { refusedLine } from '../../lines/problems.ts';
import { DROPS } from '../drops.ts';

/** Letters of chattr(1) that `parse_attribute_from_arg()` of src/tmpfiles/tmpfiles.c has, and what they are for. */
export const FILE_ATTRIBUTES: Readonly<Record<string, string>> = {
  A: 'access times are not kept',
  S: 'written at once',
  D: 'changes of the directory are written at once',
  a: 'appended to only',
  c: 'compressed',
  d: 'left out of dump(8)',
  e: 'in extents',
  i: 'cannot be changed',
  j: 'the data is in the journal',
  P: 'project quota',
  s: 'overwritten when deleted',
  u: 'kept when deleted',
  t: 'no tail merging',
  T: 'top of a tree of directories',
  C: 'not copied on write',
};

export function checkAttributes({ text, start, end }: Field): LineProblem[] {
  const sign = /^[-+=]/.exec(text)?.[0] ?? '';
  const letters = text.slice(sign.length);
  if (letters === '' && sign !== '=')
    return [refusedLine({ start, end }, `There is no attribute behind "${sign}"; ${DROPS}.`)];
  const bad = [...letters].find((letter) => !Object.hasOwn(FILE_ATTRIBUTES, letter));
  if (bad === undefined) return [];
  const said = `"${bad}" is not a file attribute; ${DROPS}. Attributes are letters of ${Object.keys(FILE_ATTRIBUTES).join('')}.`;
  return [refusedLine({ start, end }, said)];
}
