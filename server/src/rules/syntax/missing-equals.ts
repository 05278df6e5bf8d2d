import type { PlacedJudgement } from '../../engine/judged-block.ts';
import type { JudgedFile } from '../../engine/judged-file.ts';
import type { FileRule, Finding, Fix, Report } from '../../engine/rule.ts';
import type { Block, ErrorNode } from '../../syntax/tree.ts';
import { placesOf } from '../../syntax/unit-file.ts';
import { nearest } from '../../text/edit-distance.ts';
import { memoize, memoizeList } from '../../text/memoize.ts';

export const missingEquals: FileRule = {
  id: 'missing-equals',
  scope: 'file',
  docs: {
    what: 'A line of a section without =.',
    severities: ['warning'],
    why: 'systemd ignores the line. Often the line above was meant to continue: only a backslash as its very last character does that, and a blank line ends it.',
    bad: '[Service]\nExecStart=/usr/bin/example --verbose\n  --log=/var/log/example\nType: simple',
    good: '[Service]\nExecStart=/usr/bin/example --verbose \\\n  --log=/var/log/example\nType=simple',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    reportJunk(file, 'missing-equals', report, (node, section) => finding(node, section, file));
  },
};

function finding(node: ErrorNode, section: string, file: JudgedFile): Finding {
  const meant = meantAssignment(node.text.text, keysOf(section, file));
  const { start } = node.textSpan;
  const fixes: Fix[] = meant
    ? [
        {
          title: `Change to ${meant.key}=`,
          edits: [{ start, end: start + meant.length, text: `${meant.key}=` }],
          preferred: true,
        },
      ]
    : [];
  const advice = meant
    ? `Write ${meant.key}= with an equals sign.`
    : 'Write Name=value, or end the line above with a backslash if this continues it.';
  return {
    ...node.textSpan,
    severity: 'warning',
    message: `This line has no =; systemd ignores it. ${advice}`,
    section,
    fixes,
  };
}

interface Meant {
  readonly key: string;
  /** Of what stands in the place of the key and the equals sign. */
  readonly length: number;
}

/** `Restart: always`, `Restart always`: with a blank only where the first word is a directive as it stands, whatever its case. */
function meantAssignment(text: string, known: readonly string[]): Meant | undefined {
  const [all, word, colon] = /^(\w+)(\s*:\s*|\s+)(?=\S)/.exec(text) ?? [];
  if (all === undefined || word === undefined) return undefined;
  const isNear = colon!.includes(':');
  const key = isNear ? nearest(word, known) : byLowerCase(known).get(word.toLowerCase());
  return key === undefined ? undefined : { key, length: all.length };
}

const byLowerCase = memoize((known: readonly string[]) => new Map(known.map((key) => [key.toLowerCase(), key])));

const keys = new Map<string, readonly string[]>();

/** One list for all who ask, which is made ready for guesses once. */
function keysOf(section: string, file: JudgedFile): readonly string[] {
  const { identity } = file.source;
  const place = `${identity.dialect} ${identity.kind} ${file.version} ${section}`;
  const known = keys.get(place) ?? file.directives.of(section, file.version).map(({ key }) => key);
  keys.set(place, known);
  return known;
}

/** Reports lines that are no assignment, in the sections systemd reads. */
function reportJunk(
  file: JudgedFile,
  fault: ErrorNode['fault'],
  report: Report,
  tell: (node: ErrorNode, section: string) => Finding,
): void {
  const { source } = file;
  const reportIn = ({ placed, judged }: PlacedJudgement): void =>
    report.batch({ placed, source }, 'warning', errorNodesIn[fault](placed.block), {
      spanOf: (index) => (placed.nodeAt(index) as ErrorNode).textSpan,
      describe: (index, outline) => ({ ...tell(placed.nodeAt(index) as ErrorNode, judged.section), ...outline }),
    });
  for (const place of file.allBlocks) if (errorNodesIn[fault](place.placed.block).length > 0) reportIn(place);
}

const nodesWith = (fault: ErrorNode['fault']) =>
  memoizeList((block: Block) =>
    placesOf
      .error(block)
      .filter((index) => (block.contents[index] as ErrorNode['content'] & { fault: string }).fault === fault),
  );

const errorNodesIn = { 'missing-equals': nodesWith('missing-equals'), 'missing-key': nodesWith('missing-key') };

export const missingKey: FileRule = {
  id: 'missing-key',
  scope: 'file',
  docs: {
    what: 'A line with nothing before its =.',
    severities: ['warning'],
    why: 'systemd cannot tell what is assigned, and ignores the line.',
    bad: '[Service]\n=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.syntax(7)'],
  },
  check(file, report) {
    const message = 'The name before = is missing; systemd ignores this line. Write Name=value.';
    reportJunk(file, 'missing-key', report, ({ textSpan }, section) => ({
      ...textSpan,
      severity: 'warning',
      message,
      section,
    }));
  },
};
