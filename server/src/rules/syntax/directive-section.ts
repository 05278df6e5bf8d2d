import { removal } from '../../engine/finding-place.ts';
import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import type { AssignmentRule, Fix } from '../../engine/rule.ts';
import type { Section } from '../../syntax/tree.ts';
import { memoize } from '../../text/memoize.ts';
import { listWords } from '../../values/problem.ts';
import type { Directive } from '../../values/value-type.ts';
import { homesOf, isUnknown } from './directive-unknown.ts';

export const directiveSection: AssignmentRule = {
  id: 'directive-section',
  scope: 'assignment',
  docs: {
    what: 'A directive of another section of this unit.',
    severities: ['warning'],
    why: 'systemd reads the directive in its own section only, and ignores it here.',
    bad: '[Unit]\nRestart=always',
    good: '[Service]\nRestart=always',
    manual: ['systemd.directives(7)'],
  },
  check(assignment, report, file) {
    if (!isUnknown(assignment)) return;
    const { section, node } = assignment;
    const homes = todaysHomes(node.key, file);
    if (homes.length === 0 || file.directives.eras(section, node.key).length > 0) return;
    const places = listWords(homes.map((home) => `[${home}]`));
    report({
      ...node.keySpan,
      severity: 'warning',
      message: `${node.key}= belongs in ${places}, not in [${section}]; systemd ignores it here.`,
      section,
      key: node.key,
      fixes: () => [...homes.map((home) => move(assignment, home, file)), removal(assignment)],
    });
  },
};

/** Where the manual has it; a place systemd merely still reads it in is left out. */
function todaysHomes(key: string, file: JudgedFile): string[] {
  return homesOf(key, file).filter((home) => (modernAt(home, key, file)?.section ?? home) === home);
}

const modernAt = (home: string, key: string, file: JudgedFile): Directive['modern'] =>
  file.directives.eras(home, key).at(-1)?.modern;

/** The last section of each name. */
const lastSections = memoize(
  ({ sections }: JudgedFile): ReadonlyMap<string, Section> =>
    new Map(sections.map(({ section }) => [section.name, section])),
);

/** Where the last line of a section ends that is more than a comment. */
function endOfLines({ blocks, header }: Section): number {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const { contents } = blocks[at]!.block;
    for (let index = contents.length - 1; index >= 0; index--) {
      const { kind } = contents[index]!;
      if (kind === 'assignment' || kind === 'error') return blocks[at]!.nodeAt(index).span.end;
    }
  }
  return header.span.end;
}

/** To the end of the last section of that name, which is made where there is none. */
function move({ source, node }: JudgedAssignment, home: string, file: JudgedFile): Fix {
  const { text, sections } = source.tree;
  const key = modernAt(home, node.key, file)?.key ?? node.key;
  const lines = key + text.slice(node.keySpan.end, node.span.end).replace(/\\?[\r\n]*$/, '\n');
  const title = `Move ${node.key}= to [${home}]`;
  const removed = { ...node.span, text: '' };
  const target = lastSections(file).get(home);
  if (!target) {
    const before = sections.find(({ name }) => name === 'Install');
    const at = home !== 'Install' && before ? before.span.start : text.length;
    const above = text.slice(Math.max(0, at - 3), at);
    const gap = at === 0 || /(^|\n)\r?\n$/.test(above) ? '' : above.endsWith('\n') ? '\n' : '\n\n';
    return {
      title,
      edits: [
        removed,
        { start: at, end: at, text: `${gap}[${home}]\n${lines}${before && at < text.length ? '\n' : ''}` },
      ],
      preferred: true,
    };
  }
  const at = endOfLines(target);
  const gap = at > 0 && !/[\r\n]/.test(text[at - 1]!) ? '\n' : '';
  return { title, edits: [removed, { start: at, end: at, text: `${gap}${lines}` }], preferred: true };
}
