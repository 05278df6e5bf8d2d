import type { Field, LineContent, LineContext, LineProblem } from '../../../engine/lines/line-dialect.ts';
import { since } from '../../../values/changes.ts';
import { ignoredPart, quotedText, refusedLine } from '../../lines/problems.ts';
import { DROPS } from '../drops.ts';
import { type ArgumentKind, argumentKindOf, types } from '../line-types.ts';
import { given } from '../read.ts';
import { checkAcl } from './acl.ts';
import { checkCapabilities } from './capabilities.ts';
import { checkDevice } from './device.ts';
import { checkAttributes } from './file-attributes.ts';
import { checkBase64, checkCredential, checkSource, checkText } from './text.ts';
import { checkExtendedAttributes } from './xattr.ts';

interface ArgumentPlace {
  /** Of the type. */
  readonly letter: string;
  /** With its modifiers. */
  readonly type: string;
  readonly content: LineContent;
  readonly line: string;
}

type ArgumentCheck = (argument: Field, context: LineContext) => readonly LineProblem[];

const checks: Readonly<Record<ArgumentKind, ArgumentCheck>> = {
  text: checkText,
  target: checkText,
  source: checkSource,
  device: checkDevice,
  xattr: checkExtendedAttributes,
  acl: checkAcl,
  attributes: checkAttributes,
  capabilities: checkCapabilities,
};

/** What the argument is for, where it cannot be left out. */
const NEEDS: Readonly<Record<ArgumentKind, string>> = {
  text: 'the text to write',
  target: 'what it leads to',
  source: 'what is copied',
  device: 'the numbers of the device, like 1:3',
  xattr: 'attributes, like user.name=value',
  acl: 'entries, like group:adm:r-x',
  attributes: 'attributes, like +C',
  capabilities: 'capabilities, like cap_net_raw=ep',
};

/** `parse_line()` of src/tmpfiles/tmpfiles.c, the part by type. */
export function checkArgument({ letter, type, content }: ArgumentPlace, context: LineContext): readonly LineProblem[] {
  const argument = given(content, 'argument');
  const kind = argumentKindOf(letter);
  if (!kind) return argument ? [superfluous(letter, argument, context)] : [];
  const isBase64 = type.includes('~');
  if (isBase64 && kind !== 'text') {
    const said = `Lines of type "${letter}" do not take Base64; ${DROPS}. Leave out the modifier "~".`;
    return [refusedLine(content.fields[0]!, said)];
  }
  if (!argument) {
    if (types.get(letter)!.argument !== 'required') return [];
    return [refusedLine(content.fields[0]!, `Lines of type "${letter}" need an argument: ${NEEDS[kind]}; ${DROPS}.`)];
  }
  if (type.includes('^')) return checkCredential(argument);
  return isBase64 ? checkBase64(argument, context) : checks[kind](argument, context);
}

function superfluous(letter: string, argument: Field, { version }: LineContext): LineProblem {
  const what = `Lines of type "${letter}" do not take an argument`;
  const fix = {
    title: 'Remove the argument',
    edits: [{ start: argument.start, end: argument.end, text: '-' }],
    preferred: true,
  };
  return since(version, 'no argument where tmpfiles.d takes none')
    ? refusedLine(argument, `${what}; ${DROPS}. Write "-" in place of ${quotedText(argument.text)}.`, { fixes: [fix] })
    : ignoredPart(argument, `${what}; systemd-tmpfiles ignores it. Write "-" in its place.`, { fixes: [fix] });
}
