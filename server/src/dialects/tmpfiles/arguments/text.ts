import type { Field, LineContext, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { escapeAt } from '../../../syntax/escapes.ts';
import { utf8Length } from '../../../text/utf8.ts';
import { base64Length } from '../../../values/base64.ts';
import { quotedText, refusedLine } from '../../lines/problems.ts';
import { checkSpecifiers, DROPS } from '../drops.ts';
import { isAbsolute } from '../path.ts';

/** Texts of files and targets of links: C escapes, then specifiers; `specifier_expansion_from_arg()`. */
export function checkText(argument: Field, context: LineContext): LineProblem[] {
  const { text, start } = argument;
  for (let at = text.indexOf('\\'); at >= 0; ) {
    const decoded = escapeAt(text, at + 1, context.version);
    const end = start + Math.min(at + 2, text.length);
    if (!decoded)
      return [
        refusedLine({ start: start + at, end }, `This is not an escape of C; ${DROPS}. Write \\\\ for a backslash.`),
      ];
    at = text.indexOf('\\', at + 1 + decoded.length);
  }
  return checkSpecifiers(argument, context);
}

/** Of files to copy. */
export function checkSource(argument: Field, context: LineContext): LineProblem[] {
  const problems = checkText(argument, context);
  if (problems.length > 0 || isAbsolute(argument.text) || argument.text.startsWith('\\')) return problems;
  return [
    refusedLine(argument, `The path ${quotedText(argument.text)} to copy from does not begin with a slash; ${DROPS}.`),
  ];
}

export function checkBase64(argument: Field, { version }: LineContext): LineProblem[] {
  if (base64Length(argument.text, version) !== undefined) return [];
  return [
    refusedLine(argument, `${quotedText(argument.text)} is not Base64, which the modifier "~" asks for; ${DROPS}.`),
  ];
}

/** As long as the name of a file may be. */
const NAME_MAX = 255;

/** `credential_name_valid()`, src/shared/creds-util.c: the name of a file, in ASCII and without a colon. */
export function checkCredential(argument: Field): LineProblem[] {
  const { text } = argument;
  const isName =
    text !== '.' && text !== '..' && /^[\x20-\x2e\x30-\x39\x3b-\x7e]+$/.test(text) && utf8Length(text) <= NAME_MAX;
  if (isName) return [];
  return [
    refusedLine(
      argument,
      `${quotedText(text)} is not the name of a credential, which the modifier "^" asks for; ${DROPS}.`,
    ),
  ];
}
