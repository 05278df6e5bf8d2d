import { expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { targetsOf } from './differential.ts';
import { eachSystem } from './each-system.ts';
import { parsersOf } from './parsers.ts';
import { directiveQuestion, type Target } from './question.ts';
import { valuesFor } from './values.ts';
import { type Manager, type Question, verifyEach } from './verify.ts';

/** Stands below the doubtful line: systemd minds it as far as it reads. */
const BELOW = '[Unit]\nReadOn=1\n';

interface Case {
  readonly said: string;
  readonly question: Question;
  readonly fragment: string;
  readonly dropIn: { readonly name: string; readonly text: string };
}

/** Without these in its fragment the unit would be refused, whatever the drop-in says. */
const NEEDED: Readonly<Record<string, string>> = { ExecStart: '/bin/true', What: '/dev/x', Where: '/x' };

function caseOf({ section, key }: Target, value: string): Case {
  const { name: plain, text, line, partners = {} } = directiveQuestion({ section, key }, value);
  const lines = text.split('\n');
  const base = `${lines.slice(0, line - 1).join('\n')}\n`;
  const own = base.includes(`\n[${section}]\n`) || base.startsWith(`[${section}]\n`) ? base : `${base}[${section}]\n`;
  const fragment = NEEDED[key] === undefined ? own : `${own}${key}=${NEEDED[key]}\n`;
  const dropIn = { name: `${plain}.d/10.conf`, text: `[${section}]\n${lines.slice(line - 1).join('\n')}${BELOW}` };
  return {
    said: `[${section}] ${key}=${value.slice(0, 60)}`,
    fragment,
    dropIn,
    question: { name: plain, text: fragment, partners: { ...partners, [dropIn.name]: dropIn.text } },
  };
}

/** Whether systemd refuses the unit, and the lines of the drop-in that it minds without refusing it. */
interface Judgement {
  readonly said: string;
  readonly refused: boolean;
  readonly lines: readonly number[];
}

function theirs(cases: readonly Case[], version: number, manager: Manager): Judgement[] {
  const verdicts = verifyEach(
    { version, manager },
    cases.map(({ question }) => question),
  );
  return cases.map(({ said }, index) => {
    const { refused, messages } = verdicts[index]!;
    const minded = messages.filter(({ level, file }) => level <= 4 && file !== undefined);
    return { said, refused, lines: distinct(minded.flatMap(({ line }) => line ?? [])) };
  });
}

function ours({ said, question, fragment, dropIn }: Case, version: number, manager: Manager): Judgement {
  const folder = `/etc/systemd/${manager}`;
  const files = [
    { path: `${folder}/${question.name}`, text: fragment },
    { path: `${folder}/${dropIn.name}`, text: dropIn.text },
  ];
  const found = files.map(({ path, text }) => {
    const document = createDocument(text, { path, version, manager });
    return diagnostics(document, { units: [files] }).map(({ severity, start }) => ({
      severity,
      line: document.lines.positionAt(start).line + 1,
    }));
  });
  // systemd names no line for what keeps the whole unit from being loaded.
  const minded = found[1]!.filter(({ severity }) => severity === 'warning');
  const refused = found.flat().some(({ severity }) => severity === 'error');
  return { said, refused, lines: distinct(minded.map(({ line }) => line)) };
}

const distinct = (lines: readonly number[]): number[] => [...new Set(lines)].sort((a, b) => a - b);

/** Every value for which a unit file is refused, of one directive of each parser. */
function fatalCases(version: number, manager: Manager): Case[] {
  const asked = parsersOf(version)
    .filter((parser) => parser !== 'NULL')
    .flatMap((parser) =>
      targetsOf(parser, { version, sample: true }).flatMap((target) =>
        valuesFor(parser).map((value) => ({ target, value })),
      ),
    );
  const verdicts = verifyEach(
    { version, manager },
    asked.map(({ target, value }) => directiveQuestion(target, value)),
  );
  // A value that ends in a backslash takes the next line along, which is another question.
  return asked.flatMap(({ target, value }, i) =>
    verdicts[i]!.refused && !/Aborting/.test(verdicts[i]!.refusal ?? '') && !value.endsWith('\\')
      ? [caseOf(target, value)]
      : [],
  );
}

const EMPTIED = '[Service]\nExecStart=\nExecStart=/bin/x\n';

/** Whole lines that refuse a unit file. */
const lines: Readonly<Record<string, string>> = {
  'a header with a comment': '[Service] # main',
  'an open header': '[Service',
  'a header with quotes': '[Ser"vice]',
  'bytes that are not UTF-8': 'Description=\ufffe',
};

const lineCases = (): Case[] =>
  Object.entries(lines).map(([said, line], index) => {
    const name = `dropinline${index}.service`;
    const dropIn = { name: `${name}.d/10.conf`, text: `[Unit]\n${line}\nX-A=1\n${BELOW}` };
    const fragment = EMPTIED.replace('ExecStart=\n', '').replace('/bin/x', '/bin/true');
    return { said, dropIn, fragment, question: { name, text: fragment, partners: { [dropIn.name]: dropIn.text } } };
  });

eachSystem((version) => {
  test.each(['system', 'user'] as const)('what is fatal to a unit file ends a drop-in: %s manager', (manager) => {
    const cases = [...fatalCases(version, manager), ...lineCases()];
    expect(cases.length).toBeGreaterThan(200);
    expect(cases.map((each) => ours(each, version, manager))).toEqual(theirs(cases, version, manager));
  });
});
