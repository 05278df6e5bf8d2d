import type { Field, LineContext, LineProblem } from '../../engine/lines/line-dialect.ts';
import { since } from '../../values/changes.ts';
import { quotedText, refusedLine } from '../lines/problems.ts';
import { DROPS } from './drops.ts';

/** The name or number behind the colon that spares what exists. */
export function ownerName(text: string, version: number): string {
  return since(version, 'new files alone get the mode and owner of tmpfiles.d') && text.startsWith(':')
    ? text.slice(1)
    : text;
}

/** A name that no account has anywhere, or a number that is not one. Whether an account of that name exists is asked elsewhere. */
export function checkOwner({ text, ...span }: Field, kind: 'user' | 'group', { version }: LineContext): LineProblem[] {
  const name = ownerName(text, version);
  const why = accountFault(name);
  if (why === undefined) return [];
  return [refusedLine(span, `${quotedText(text)} is not a ${kind}, as ${why}; ${DROPS}.`)];
}

/** Why nobody is called so, as far as that is certain: `get_user_creds()`, src/basic/user-util.c, and what programs make accounts of. */
export function accountFault(name: string): string | undefined {
  if (name === '') return 'the name is missing';
  if (name === '-' || name === '.' || name === '..') return `"${name}" cannot be a name`;
  if (/^\d+$/.test(name)) return isId(name) ? undefined : 'that is not a number of an account';
  if (/^[-+]?[\d.]+$|^0x[\da-f]+$/i.test(name)) return 'that is not a number of an account';
  if (name.includes('%')) return 'specifiers are not replaced here';
  const bad = /[:/\x00-\x20\x7f"'`!#&()*+,;<=>?[\]^{|}~]/.exec(name);
  if (bad) return `"${bad[0]}" cannot be part of a name`;
  return /[A-Za-z_\x80-\uffff]/.test(name) ? undefined : 'there is no letter in it';
}

/** `parse_uid()`: no leading zeros, and neither of the two numbers that mean "none". */
function isId(digits: string): boolean {
  const id = Number(digits);
  return !/^0\d/.test(digits) && id < 0xffffffff && id !== 0xffff;
}
