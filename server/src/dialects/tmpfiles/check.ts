import type { Field, LineContent, LineContext, LineProblem, ReadLine } from '../../engine/lines/line-dialect.ts';
import { listWords } from '../../text/list-words.ts';
import { parseMode } from '../../values/basic/mode.ts';
import { since } from '../../values/changes.ts';
import { inRelease, type LineFacts } from '../lines/facts.ts';
import { quotedText, refusedLine } from '../lines/problems.ts';
import { checkAge } from './age.ts';
import { checkArgument } from './arguments/index.ts';
import { DROPS } from './drops.ts';
import { has, modifiers, types } from './line-types.ts';
import { checkOwner } from './owner.ts';
import { checkPath } from './path.ts';
import { given } from './read.ts';

/** What systemd-tmpfiles says of a line by itself; `parse_line()` of src/tmpfiles/tmpfiles.c. */
export function checkLine({ text, content }: ReadLine, context: LineContext): LineProblem[] {
  const { fault, fields } = content;
  if (fault) return [refusedLine(fault, `${fault.message}; ${DROPS}.`)];
  const [type, path] = fields;
  if (!type) return [];
  if (!path)
    return [
      refusedLine(type, `This line has a type and no path; ${DROPS}. Write a path behind ${quotedText(type.text)}.`),
    ];
  const letter = type.text[0];
  if (letter === undefined) return [refusedLine(type, `The type is empty; ${DROPS}.`)];
  const ofType = checkType(type, context);
  if (ofType.length > 0) return ofType;
  return [
    ...checkPath(path, context),
    ...checkColumns(content, context),
    ...checkModifiers(type, content),
    ...checkArgument({ letter, type: type.text, content, line: text }, context),
  ];
}

/** The letter and the modifiers behind it; the program looks at those first. */
function checkType({ text, ...span }: Field, { version }: LineContext): LineProblem[] {
  const [letter = '', ...behind] = text;
  const bad = behind.find((each, at) => !has(modifiers.get(each), version) || behind.indexOf(each) !== at);
  if (bad !== undefined) return [refusedLine(span, `${modifierFault(bad, behind, version)}; ${DROPS}.`)];
  const from = types.get(letter)?.from;
  if (from !== undefined && from <= version) return [];
  if (from !== undefined) return [refusedLine(span, `Lines of type "${letter}" came with systemd ${from}; ${DROPS}.`)];
  return [refusedLine(span, `Unknown type ${quotedText(letter)}; ${DROPS}. Types are ${namesOf(types, version)}.`)];
}

const namesOf = (facts: LineFacts, version: number): string =>
  listWords(
    inRelease(facts, version).map(({ name }) => name),
    'and',
  );

function modifierFault(bad: string, behind: readonly string[], version: number): string {
  const known = modifiers.get(bad);
  if (known && known.from > version) return `The modifier "${bad}" came with systemd ${known.from}`;
  if (known && behind.filter((each) => each === bad).length > 1) return `The modifier "${bad}" stands here twice`;
  return `${quotedText(bad)} is not a modifier of types; those are ${namesOf(modifiers, version)}`;
}

/** Modifiers that only some types have, and what they need of the line. */
function checkModifiers({ text, ...span }: Field, content: LineContent): LineProblem[] {
  const [letter = '', ...behind] = text;
  const misplaced = behind.find((each) => {
    const on = modifiers.get(each)?.argument ?? '';
    return on !== '' && !on.includes(letter);
  });
  if (misplaced !== undefined) {
    const on = listWords([...modifiers.get(misplaced)!.argument], 'and');
    return [
      refusedLine(
        span,
        `Lines of type "${letter}" do not take the modifier "${misplaced}"; ${DROPS}. Only lines of type ${on} take it.`,
      ),
    ];
  }
  if (!behind.includes('^') || given(content, 'argument')) return [];
  return [
    refusedLine(span, `The modifier "^" reads a credential, and the argument that would name it is missing; ${DROPS}.`),
  ];
}

function checkColumns(content: LineContent, context: LineContext): LineProblem[] {
  const mode = given(content, 'mode');
  const age = given(content, 'age');
  return [
    ...(mode ? checkMode(mode, context) : []),
    ...(['user', 'group'] as const).flatMap((name) => {
      const owner = given(content, name);
      return owner ? checkOwner(owner, name, context) : [];
    }),
    ...(age ? checkAge(age, context) : []),
  ];
}

/** `0755`, `~0755`, `:0755`; several signs may stand before it. */
function checkMode({ text, ...span }: Field, { version }: LineContext): LineProblem[] {
  const takesColon = since(version, 'new files alone get the mode and owner of tmpfiles.d');
  const digits = text.replace(takesColon ? /^[~:]*/ : /^~/, '');
  const mode = parseMode(digits);
  if (typeof mode === 'number' && digits !== '') return [];
  const why =
    mode === 'range' ? `${quotedText(text)} has more than 7777 allows` : `${quotedText(text)} is not an access mode`;
  return [refusedLine(span, `${why}; ${DROPS}. Write octal digits, like 0755.`)];
}
